// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.wire.error.vocabulary.Phrase;
import dev.lastbyte.wire.error.vocabulary.PhraseScan;
import java.util.List;

/** The first whole number that follows certain words in a text; nothing else of it is kept. */
final class SpokenNumber {

  private static final int MAX_DIGITS = 15;
  private static final long UNSEEN = -1;

  private final PhraseScan<Boolean> opening;
  private long number = UNSEEN;
  private int digits;
  private boolean open;
  private boolean whole;

  SpokenNumber(List<Phrase<Boolean>> openings) {
    opening = new PhraseScan<>(openings);
  }

  void take(byte b) {
    if (whole) {
      return;
    }
    boolean digit = b >= '0' && b <= '9';
    if (open && digit && digits < MAX_DIGITS) {
      number = (digits == 0 ? 0 : number * 10) + (b - '0');
      digits++;
    } else if (open) {
      open = false;
      whole = digits > 0;
      digits = 0;
    }
    open |= opening.take(b);
  }

  /** Whether the number was seen to its end, or to that of the text. */
  boolean isSeen() {
    return whole || digits > 0;
  }

  long value() {
    return number;
  }
}
