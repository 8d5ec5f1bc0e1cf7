// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of the journal while it is written, mapped into memory: what is put there belongs to the
 * kernel, and outlives this process. Not thread-safe.
 *
 * <pre>
 * kind (1 byte, written last)  length of the content (4)  {@link Checksum} (4)  content
 * </pre>
 *
 * <p>The last use of an object is {@link #seal} or {@link #discard}: after it, its memory is gone.
 */
public final class OpenSegment {

  /** Where its length, its checksum and its content stand in a record. */
  static final int LENGTH_AT = 1;

  static final int CHECKSUM_AT = LENGTH_AT + Integer.BYTES;

  public static final int CONTENT_AT = CHECKSUM_AT + Integer.BYTES;

  /** The bytes of a record beside its content. */
  static final int OVERHEAD_BYTES = CONTENT_AT;

  private static final int ZEROS = 64 * 1024;

  private final FileIdentity file;
  private final MappedFile mappedFile;
  private final ByteBuffer memory;
  private int used;

  private OpenSegment(FileIdentity file, MappedFile mappedFile) {
    this.file = file;
    this.mappedFile = mappedFile;
    this.memory = mappedFile.memory();
  }

  /**
   * Makes a file of zeros. They are written, not only declared: a full disk is met here, and not by
   * who puts a record into mapped memory, where it would be a fault.
   *
   * @throws DiskFullException if there is no room for all of it; then nothing is left
   * @throws IOException if it cannot be made at all
   */
  static OpenSegment prepare(Path path, int bytes) throws IOException {
    try (FileChannel file = PrivateFiles.openNew(path)) {
      try {
        fill(file, bytes);
        return new OpenSegment(FileIdentity.of(path), MappedFile.of(file, bytes));
      } catch (IOException | RuntimeException e) {
        Files.delete(path);
        throw e;
      }
    }
  }

  private static void fill(FileChannel file, int bytes) throws IOException {
    var zeros = ByteBuffer.allocateDirect(Math.min(ZEROS, bytes));
    for (int left = bytes; left > 0; ) {
      zeros.clear().limit(Math.min(zeros.capacity(), left));
      left -= write(file, zeros);
    }
  }

  private static int write(FileChannel file, ByteBuffer zeros) throws DiskFullException {
    try {
      return file.write(zeros);
    } catch (IOException e) {
      throw new DiskFullException(e);
    }
  }

  /** Whether readers find it where it was made. */
  boolean isInPlace() {
    return file.isInPlace();
  }

  /**
   * The records that it holds, but for its header.
   *
   * @throws InternalError if the system cannot give them back
   */
  List<JournalRecord> records() {
    var bytes = new byte[used];
    memory.get(0, bytes);
    surfacePageFault();
    return new SegmentScanner(bytes, used, true, Integer.MAX_VALUE)
        .records().stream().filter(record -> record.type() != RecordType.HEADER).toList();
  }

  /** Its number in the journal. */
  public long number() {
    return Segments.numberOf(file.path());
  }

  boolean hasRoomFor(byte[] content) {
    return memory.capacity() - used - OVERHEAD_BYTES >= content.length;
  }

  /** Whether it holds more than so many records of this content. */
  boolean hasMoreThan(int times, byte[] content) {
    return used > times * (content.length + OVERHEAD_BYTES);
  }

  boolean isHalfFull() {
    return used > memory.capacity() / 2;
  }

  /**
   * Adds a record, for which there must be room.
   *
   * @throws InternalError if the system cannot give the memory; then nothing is added
   */
  public void append(RecordType type, byte[] content) {
    int at = used;
    memory.putInt(at + LENGTH_AT, content.length);
    memory.putInt(at + CHECKSUM_AT, Checksum.of(type.code(), content, 0, content.length));
    memory.put(at + CONTENT_AT, content);
    VarHandle.releaseFence();
    memory.put(at, type.code());
    surfacePageFault();
    used = at + OVERHEAD_BYTES + content.length;
  }

  /**
   * A page that the system cannot give (on a full disk whose file system copies what is written, or
   * of a file that was truncated) is a fault that the JVM throws not where it was met, but where
   * the thread next leaves compiled code: anywhere in our caller's. To call a native method is to
   * leave it, so it is thrown here. Which one does not matter; this one does little.
   */
  private void surfacePageFault() {
    boolean unused = Thread.holdsLock(mappedFile);
  }

  /** Nothing more comes: lets go of the memory, and of the room behind the last record. */
  public void seal() {
    boolean inPlace = isInPlace(); // else the file there is another writer's, or our next one
    mappedFile.close();
    if (inPlace) {
      truncate();
    }
  }

  private void truncate() {
    try (var channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
      channel.truncate(used);
    } catch (IOException e) {
      // It ends with zeros then, which readers take for its end too.
    }
  }

  /** Nothing was ever put in: lets go of all of it. */
  void discard() {
    boolean inPlace = isInPlace();
    mappedFile.close();
    try {
      if (inPlace) {
        Files.deleteIfExists(file.path());
      }
    } catch (IOException e) {
      // The next writer deletes what was never begun.
    }
  }
}
