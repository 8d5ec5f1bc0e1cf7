// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error;

import dev.lastbyte.wire.error.vocabulary.Phrase;
import dev.lastbyte.wire.error.vocabulary.PhraseScan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pause that a message speaks of: "try again in 6s", "retry after 26 seconds". The {@value
 * #MAX} bytes after such words are held until the message is over, and never longer.
 */
final class RetryDelayText {

  private static final int MAX = 64;

  private static final List<Phrase<Boolean>> OPENINGS =
      Phrase.all(
          true,
          "try again in ",
          "retry in ",
          "retry after ",
          "reset after ",
          "resets in ",
          "available in ",
          "please wait ",
          "请在",
          "请等待",
          "请于",
          "将在");

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

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
    String text = new String(said, 0, length, StandardCharsets.UTF_8).stripLeading();
    return RetryDelays.ofDuration(unescaped(text).toLowerCase(Locale.ROOT));
  }

  /** Characters beyond ASCII, as JSON may escape them. */
  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(escape ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
