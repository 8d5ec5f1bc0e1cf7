// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for phrases in the first {@value #MAX_BYTES} bytes of a text. */
public final class PhraseScan<E> {

  private static final int MAX_BYTES = 16 * 1024;
  private static final int NONE = -1;

  private static final long[] NOT_BEGUN = new long[0];

  private final List<Phrase<E>> phrases;
  private long[] states = NOT_BEGUN; // most answers have no error to look into
  private int bytes;
  private int first = NONE;

  public PhraseScan(List<Phrase<E>> phrases) {
    this.phrases = phrases;
  }

  /** Takes one more byte; whether a phrase ends with it. */
  public boolean take(byte b) {
    if (bytes == MAX_BYTES) {
      return false;
    }
    if (bytes++ == 0) {
      states = new long[phrases.size()];
    }
    boolean found = false;
    for (int i = 0; i < states.length; i++) {
      states[i] = phrases.get(i).after(states[i], b);
      if (phrases.get(i).isIn(states[i])) {
        found = true;
        first = first == NONE ? i : Math.min(first, i);
      }
    }
    return found;
  }

  public void take(byte[] source, int from, int to) {
    for (int at = from; at < to && bytes < MAX_BYTES; at++) {
      take(source[at]);
    }
  }

  /** What the phrase means that was found, the one that stands first in the list; null if none. */
  @Nullable
  public E found() {
    return first == NONE ? null : phrases.get(first).meaning();
  }

  /** Makes ready for another text; costs nothing if none came since the last time. */
  public void clear() {
    if (bytes > 0) {
      bytes = 0;
      first = NONE;
    }
  }
}
