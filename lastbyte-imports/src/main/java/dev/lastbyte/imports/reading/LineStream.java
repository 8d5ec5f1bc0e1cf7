// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, each a stream of its own that ends where the line does. */
final class LineStream extends InputStream {

  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean lineEnded = true;

  LineStream(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line, passing over what is left of this one; false if there is none. */
  boolean next() throws IOException {
    while (!lineEnded) {
      skipBuffered();
    }
    lineEnded = false;
    return fill();
  }

  /** Whether the line that begins here holds no character. */
  boolean isBlank() throws IOException {
    while (fill()) {
      byte next = buffer[position];
      if (next == '\n') {
        return true;
      }
      if (next != ' ' && next != '\t' && next != '\r') {
        return false;
      }
      position++;
    }
    return true;
  }

  private void skipBuffered() throws IOException {
    if (!fill()) {
      lineEnded = true;
      return;
    }
    int end = lineEnd();
    lineEnded = end < limit;
    position = Math.min(end + 1, limit);
  }

  private int lineEnd() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return position < limit;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (lineEnded || !fill()) {
      return -1;
    }
    int count = Math.min(lineEnd() - position, length);
    if (count == 0) {
      position++; // the line's end
      lineEnded = true;
      return -1;
    }
    System.arraycopy(buffer, position, into, offset, count);
    position += count;
    return count;
  }
}
