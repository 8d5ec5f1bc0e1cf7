// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What programs print for people, which holds no request. */
final class ConsoleShapes {

  private static final Pattern OPENCODE_LOG =
      Pattern.compile("\\Atimestamp=\\S+ level=[A-Z]+ run=\\S+ message=");

  private static final Pattern CODEX = Pattern.compile("(?m)^OpenAI Codex v\\d");

  private static final Pattern OPENCODE = Pattern.compile("(?m)^(?:\\x1b\\[0m)?> \\w+ · ");

  private static final Pattern GEMINI =
      Pattern.compile("(?m)^(?:YOLO mode is enabled\\.|Error when talking to Gemini API)");

  private static final int MAX_SEEN = 16 * 1024;

  private ConsoleShapes() {}

  /** What a text is; null if it is none. */
  static @Nullable SourceKind of(String whole) {
    String text = whole.substring(0, Math.min(whole.length(), MAX_SEEN));
    if (text.isBlank() || !isText(text)) {
      return null;
    }
    if (OPENCODE_LOG.matcher(text).find()) {
      return UnreadSource.OPENCODE_LOG;
    }
    if (CODEX.matcher(text).find()) {
      return UnreadSource.CODEX_CONSOLE;
    }
    if (OPENCODE.matcher(text).find()) {
      return UnreadSource.OPENCODE_CONSOLE;
    }
    return GEMINI.matcher(text).find() ? UnreadSource.GEMINI_CONSOLE : null;
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> (c < ' ' && "\t\r\n\f\u001b".indexOf(c) < 0) || c == 0xfffd);
  }
}
