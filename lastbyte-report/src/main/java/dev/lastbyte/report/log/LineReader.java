// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.report.log.text.RunLogLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, with bounds for one line and for all. Not thread-safe. */
final class LineReader {

  private final InputStream in;
  private final long most;
  private final byte[] buffer = new byte[8 * 1024];
  private int next;
  private int end;
  private long read;

  private byte[] line = new byte[512];
  private int length;

  /** Whether the line had more than {@link RunLogLimits#MAX_LINE_BYTES}, so that it is not held. */
  private boolean tooLong;

  private long number;

  /** Reads at most {@code most} bytes. */
  LineReader(InputStream in, long most) {
    this.in = in;
    this.most = most;
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
      append((byte) b);
    }
    return any;
  }

  /** The line's number from 1. */
  long number() {
    return number;
  }

  /** Whether the line holds nothing. */
  boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != '\r' && line[i] != ' ' && line[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The object on the line, or null if it is none, which {@code problems} hears. */
  @Nullable Map<String, Object> object(ReadProblems problems) {
    if (tooLong) {
      problems.add(ReadProblem.Kind.LONG_LINE, number);
      return null;
    }
    Map<String, Object> object = JsonLine.object(line, length);
    if (object == null) {
      problems.add(ReadProblem.Kind.BROKEN_LINE, number);
    }
    return object;
  }

  /** Whether reading stopped at the most bytes that may be read. */
  boolean cut() {
    return read >= most;
  }

  private void append(byte b) {
    if (length == RunLogLimits.MAX_LINE_BYTES) {
      tooLong = true;
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(length * 2, RunLogLimits.MAX_LINE_BYTES));
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
