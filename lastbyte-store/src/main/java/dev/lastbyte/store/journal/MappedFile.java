// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import org.jspecify.annotations.Nullable;

/**
 * A file that is mapped into memory until it is closed. Left to the garbage collector that might
 * take days, and as long as a file is mapped its room stays taken although it is deleted. Java 21
 * knows no other way.
 *
 * @param arena what the memory belongs to, or null if it is the collector's
 */
record MappedFile(ByteBuffer memory, @Nullable AutoCloseable arena) implements AutoCloseable {

  /** The first so many bytes of a file. */
  static MappedFile of(FileChannel file, int bytes) throws IOException {
    try {
      return inArena(file, bytes);
    } catch (ReflectiveOperationException e) {
      return new MappedFile(file.map(MapMode.READ_WRITE, 0, bytes), null);
    }
  }

  /** By name: for programs, {@code java.lang.foreign} begins with Java 22. */
  private static MappedFile inArena(FileChannel file, int bytes)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName("java.lang.foreign.Arena");
    Object arena = type.getMethod("ofShared").invoke(null);
    Object segment =
        FileChannel.class
            .getMethod("map", MapMode.class, long.class, long.class, type)
            .invoke(file, MapMode.READ_WRITE, 0L, (long) bytes, arena);
    Object memory =
        Class.forName("java.lang.foreign.MemorySegment").getMethod("asByteBuffer").invoke(segment);
    return new MappedFile((ByteBuffer) memory, (AutoCloseable) arena);
  }

  /** From here on the memory must not be touched. */
  @Override
  public void close() {
    if (arena != null) {
      try {
        arena.close();
      } catch (Exception e) {
        // Then it stays mapped until this process ends.
      }
    }
  }
}
