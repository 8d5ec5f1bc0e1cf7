// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a message speaks of: "try again in 6s", "retry after 26 seconds". The {@value
 * #MAX} bytes after such words are held until the message is over, and never longer.
 */
final class RetryDelayText {

  private static final int MAX = 40;

  private static final List<Phrase<Boolean>> OPENINGS =
      Phrase.all(true, "try again in ", "retry in ", "retry after ", "reset after ", "resets in ");

  private final PhraseScan<Boolean> opening = new PhraseScan<>(OPENINGS);
  private final byte[] said = new byte[MAX];
  private int length;
  private boolean opened;

  void take(byte b) {
    if (opened && length < MAX) {
      said[length++] = b;
    } else if (!opened) {
      opened = opening.take(b);
    }
  }

  /** In nanoseconds, or null if the message speaks of none. */
  @Nullable Long nanos() {
    String text = new String(said, 0, length, StandardCharsets.ISO_8859_1);
    return RetryDelays.ofDuration(text.toLowerCase(Locale.ROOT));
  }

  void clear() {
    opening.clear();
    opened = false;
    length = 0;
  }
}
