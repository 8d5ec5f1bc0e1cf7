// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, with bounds for one line and for all. Not thread-safe. */
final class Lines {

  private final InputStream in;
  private final byte[] buffer = new byte[8 * 1024];
  private int next;
  private int end;
  private long read;

  private byte[] line = new byte[512];
  private int length;
  private boolean tooLong;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false if there is none, or no more may be read. */
  boolean advance() throws IOException {
    length = 0;
    tooLong = false;
    number++;
    boolean any = false;
    for (int b = nextByte(); b >= 0; b = nextByte()) {
      if (b == '\n') {
        return true;
      }
      any = true;
      keep((byte) b);
    }
    return any;
  }

  /** The line's bytes, of which the first {@link #length()} count, until the next advance. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Whether the line had more than {@link RunLogCodec#MAX_LINE_BYTES}, so that it is not held. */
  boolean tooLong() {
    return tooLong;
  }

  /** The line's number from 1. */
  long number() {
    return number;
  }

  /** Whether reading stopped at {@link RunLogCodec#MAX_BYTES}. */
  boolean cut() {
    return read >= RunLogCodec.MAX_BYTES;
  }

  private void keep(byte b) {
    if (length == RunLogCodec.MAX_LINE_BYTES) {
      tooLong = true;
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(length * 2, RunLogCodec.MAX_LINE_BYTES));
    }
    line[length++] = b;
  }

  private int nextByte() throws IOException {
    if (next == end) {
      end = cut() ? -1 : in.read(buffer);
      next = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
      read += end;
    }
    return buffer[next++] & 0xff;
  }
}
