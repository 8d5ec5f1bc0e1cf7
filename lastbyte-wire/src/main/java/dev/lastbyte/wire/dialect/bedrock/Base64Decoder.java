// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.bedrock;

import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.json.Ascii;
import java.util.Arrays;

/**
 * Decodes Base64 (RFC 4648 §4) that arrives in pieces, as it stands in a JSON string. What is no
 * digit of it, such as padding or the backslash before an escaped slash, is passed over.
 */
final class Base64Decoder {

  private static final int MAX = 768;
  private static final byte NO_DIGIT = -1;
  private static final byte[] DIGITS = digits();

  private final PayloadSink sink;
  private final byte[] decoded = new byte[MAX];
  private int length;
  private int bits;
  private int bitCount;

  Base64Decoder(PayloadSink sink) {
    this.sink = sink;
  }

  private static byte[] digits() {
    byte[] alphabet =
        Ascii.bytes("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    byte[] digits = new byte[256];
    Arrays.fill(digits, NO_DIGIT);
    for (int digit = 0; digit < alphabet.length; digit++) {
      digits[alphabet[digit]] = (byte) digit;
    }
    return digits;
  }

  void feed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      int digit = DIGITS[bytes[at] & 0xff];
      if (digit != NO_DIGIT) {
        take(digit);
      }
    }
  }

  private void take(int digit) {
    bits = bits << 6 | digit;
    bitCount += 6;
    if (bitCount >= Byte.SIZE) {
      bitCount -= Byte.SIZE;
      decoded[length++] = (byte) (bits >>> bitCount);
      if (length == MAX) {
        flush();
      }
    }
  }

  private void flush() {
    if (length > 0) {
      sink.payload(decoded, 0, length);
      length = 0;
    }
  }

  /** Hands out what is left, and makes ready for another string. */
  void end() {
    flush();
    bitCount = 0;
  }
}
