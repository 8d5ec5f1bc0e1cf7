// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.report.log.text.RunLogText;

/** The bytes of a compact log while they are read; whatever they are. Not thread-safe. */
final class CompactInput {

  private static final int BITS = 7;
  private static final int LOW = 0x7f;

  private final byte[] bytes;
  private int at;

  CompactInput(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  /**
   * A number.
   *
   * @throws RunLogFormatException if there is none
   */
  long number() throws RunLogFormatException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      byte next = next();
      number |= (long) (next & LOW) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new RunLogFormatException("not a compact log: a number has too many bytes");
  }

  /**
   * A number that is not negative and less than that.
   *
   * @throws RunLogFormatException if there is none
   */
  int number(int bound) throws RunLogFormatException {
    long number = number();
    if (number < 0 || number >= bound) {
      throw new RunLogFormatException("not a compact log: a number is out of its bound");
    }
    return (int) number;
  }

  /**
   * A number that may be negative.
   *
   * @throws RunLogFormatException if there is none
   */
  long signed() throws RunLogFormatException {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  /**
   * A text that needs no escape in JSON.
   *
   * @throws RunLogFormatException if there is none
   */
  String text() throws RunLogFormatException {
    int length = number(Integer.MAX_VALUE);
    if (length > bytes.length - at) {
      throw new RunLogFormatException("not a compact log: it ends within a text");
    }
    var text = new String(bytes, at, length, US_ASCII);
    if (!RunLogText.isPlain(text)) {
      throw new RunLogFormatException("not a compact log: a text has characters that none has");
    }
    at += length;
    return text;
  }

  private byte next() throws RunLogFormatException {
    if (at == bytes.length) {
      throw new RunLogFormatException("not a compact log: it ends too soon");
    }
    return bytes[at++];
  }
}
