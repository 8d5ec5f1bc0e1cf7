// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import java.util.ArrayList;
import java.util.List;

/**
 * The Huffman code of RFC 7541 Appendix B. It is canonical: the lengths of the codes say it all, as
 * codes of one length follow each other in the order of their symbols, and shorter ones come first.
 */
final class Huffman {
  private static final int LONGEST = 30;
  private static final int EOS = 256;

  /** The length of each symbol's code in bits, from 0 to the end-of-string symbol. */
  private static final byte[] LENGTHS = {
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28,
    28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6,
    5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
    13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
    15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
    6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
    20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
    24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
    22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23,
    21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
    26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
    19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
    20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
    26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
    30
  };

  private static final List<List<Integer>> SYMBOLS = symbolsByLength();
  private static final int[] FIRST_CODES = firstCodes();

  private Huffman() {}

  /**
   * The text of a coded string, one character a byte.
   *
   * @throws Http2Exception if the padding is not the beginning of the end-of-string symbol, or that
   *     symbol stands in the string itself
   */
  static String decode(byte[] coded) throws Http2Exception {
    var text = new StringBuilder(coded.length * 2);
    int code = 0;
    int length = 0;
    for (int bit = 0; bit < coded.length * 8; bit++) {
      code = (code << 1) | ((coded[bit / 8] >> (7 - bit % 8)) & 1);
      length++;
      int symbol = symbol(code, length);
      if (symbol >= 0) {
        text.append((char) symbol);
        code = 0;
        length = 0;
      }
    }
    if (length > 7 || code != (1 << length) - 1) {
      throw broken();
    }
    return text.toString();
  }

  /** The symbol of that code, or -1 where it is only the beginning of one. */
  private static int symbol(int code, int length) throws Http2Exception {
    if (length > LONGEST) {
      throw broken();
    }
    int cutPoint = code - FIRST_CODES[length];
    List<Integer> symbols = SYMBOLS.get(length);
    if (cutPoint >= symbols.size()) {
      return -1;
    }
    int symbol = symbols.get(cutPoint);
    if (symbol == EOS) {
      throw broken();
    }
    return symbol;
  }

  private static Http2Exception broken() {
    return new Http2Exception(
        ErrorCode.COMPRESSION_ERROR, "a coded string must end with at most 7 bits of padding");
  }

  private static List<List<Integer>> symbolsByLength() {
    var symbols = new ArrayList<List<Integer>>();
    for (int length = 0; length <= LONGEST; length++) {
      symbols.add(new ArrayList<>());
    }
    for (int symbol = 0; symbol <= EOS; symbol++) {
      symbols.get(LENGTHS[symbol]).add(symbol);
    }
    return symbols;
  }

  private static int[] firstCodes() {
    int[] first = new int[LONGEST + 1];
    for (int length = 1; length <= LONGEST; length++) {
      first[length] = (first[length - 1] + SYMBOLS.get(length - 1).size()) << 1;
    }
    return first;
  }
}
