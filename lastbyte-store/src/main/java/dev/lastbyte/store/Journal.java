// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that are not in the database yet, whether they go on or ended: a line each; of several
 * lines of one run the last counts. A line that was written survives the death of the process, not
 * that of the machine: nothing here waits for the disk. Thread-safe.
 *
 * <p>A {@link RandomAccessFile}, not a channel: an interrupt of a caller would close a channel.
 */
final class Journal implements AutoCloseable {

  /** What has been settled is left in the file up to this size, since cutting costs a call. */
  private static final long WORTH_CUTTING = 64 * 1024;

  /** From this size on, what is still open is written anew if it is less than half of the file. */
  private static final long WORTH_REWRITING = 4L * 1024 * 1024;

  /** The most bytes that wait for a disk that refuses them. */
  private static final int MAX_WAITING = 256 * 1024;

  /** The most bytes of runs that are not in the database at once. */
  private static final long MAX_OPEN = 64L * 1024 * 1024;

  private final Path path;
  private final Trouble trouble;
  private final Map<Token, byte[]> open = new LinkedHashMap<>();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private RandomAccessFile file;
  private long openBytes;
  private long end;
  private long position;

  private Journal(Path path, Trouble trouble) throws IOException {
    this.path = path;
    this.trouble = trouble;
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  /** The journal with what an earlier process left in it; a line cut short at its end is none. */
  static Journal open(Path path, Trouble trouble) throws IOException {
    var journal = new Journal(path, trouble);
    try {
      journal.load(Files.readAllBytes(path));
      return journal;
    } catch (IOException e) {
      journal.file.close();
      throw e;
    }
  }

  /** The logs of all runs that an earlier process left here; those that went on, as lost. */
  synchronized List<RunLog> left() {
    return open.values().stream().flatMap(line -> read(line).stream()).toList();
  }

  /** Writes a line, or keeps it for the next time if the disk refuses. Never throws. */
  synchronized void started(Token run, byte[] line) {
    if (!roomFor(line)) {
      trouble.lost(1, "too many starts wait for the journal");
      return;
    }
    remember(run, line);
    if (waiting.size() > 0) {
      waiting.writeBytes(line);
      drain();
    } else if (!append(line)) {
      waiting.writeBytes(line);
    }
  }

  /**
   * Writes the ends of these runs, all at once. Never throws.
   *
   * @return whether they are written; if not, they are nowhere but where they came from
   */
  synchronized boolean ended(Map<Token, byte[]> lines) {
    var content = new ByteArrayOutputStream();
    lines.values().forEach(content::writeBytes);
    if (openBytes + content.size() > MAX_OPEN || !drain() || !append(content.toByteArray())) {
      return false;
    }
    lines.forEach(this::remember);
    return true;
  }

  /** These runs are in the database, or given up. */
  synchronized void settled(List<Token> runs) {
    for (Token run : runs) {
      byte[] line = open.remove(run);
      openBytes -= line == null ? 0 : line.length;
    }
    if (open.isEmpty() && end > WORTH_CUTTING) {
      cut();
    } else if (end > WORTH_REWRITING && openBytes < end / 2) {
      rewrite();
    }
  }

  /** Leaves an empty file if nothing is open. */
  @Override
  public synchronized void close() {
    if (open.isEmpty()) {
      cut();
    }
    try {
      file.close();
    } catch (IOException e) {
      trouble.failed("the journal cannot be closed", e);
    }
  }

  private void load(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        load(bytes, (int) end, i + 1);
        end = i + 1L;
      }
    }
  }

  private void load(byte[] bytes, int from, int to) {
    byte[] line = Arrays.copyOfRange(bytes, from, to);
    List<RunLog> logs = read(line);
    if (logs.isEmpty()) {
      trouble.lost(1, "a line of the journal cannot be read");
    }
    logs.forEach(log -> remember(log.header().run(), line));
  }

  private static List<RunLog> read(byte[] line) {
    try {
      return List.of(JournalLine.left(line));
    } catch (RunLogFormatException e) {
      return List.of();
    }
  }

  private boolean roomFor(byte[] line) {
    if (waiting.size() + line.length > MAX_WAITING) {
      drain();
    }
    return waiting.size() + line.length <= MAX_WAITING && openBytes + line.length <= MAX_OPEN;
  }

  private void remember(Token run, byte[] line) {
    byte[] earlier = open.remove(run); // so that the order is that of the last lines
    open.put(run, line);
    openBytes += line.length - (earlier == null ? 0 : earlier.length);
  }

  /** Whether nothing waits any more. */
  private boolean drain() {
    if (waiting.size() > 0 && append(waiting.toByteArray())) {
      waiting.reset();
    }
    return waiting.size() == 0;
  }

  private boolean append(byte[] lines) {
    try {
      if (position != end) {
        file.seek(end); // what a full disk left half-written is overwritten
      }
      position = -1;
      file.write(lines);
      end += lines.length;
      position = end;
      return true;
    } catch (IOException e) {
      trouble.failed("the journal cannot be written", e);
      return false;
    }
  }

  private void cut() {
    try {
      file.setLength(0); // and the position is there too
      end = 0;
      position = 0;
      waiting.reset();
    } catch (IOException e) {
      trouble.failed("the journal cannot be cut", e);
    }
  }

  /** Puts a file with nothing but the open runs in the place of this one, at once or not at all. */
  private void rewrite() {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      var content = new ByteArrayOutputStream((int) openBytes);
      open.values().forEach(content::writeBytes);
      Files.write(fresh, content.toByteArray());
      var opened = new RandomAccessFile(fresh.toFile(), "rw");
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      file.close();
      file = opened;
      position = 0;
      end = content.size();
      waiting.reset();
    } catch (IOException e) {
      trouble.failed("the journal cannot be written anew", e);
    }
  }
}
