// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shapes that consist of allowed characters and still must not be kept. */
final class Shapes {

  private Shapes() {}

  /**
   * How keys of the common services begin: OpenAI and Anthropic, GitHub, Slack, AWS, Google,
   * Hugging Face, GitLab, Groq, xAI, Stripe, npm, JSON web tokens, and the HTTP authentication
   * schemes.
   */
  private static final List<String> SECRET_PREFIXES =
      List.of(
          "sk-",
          "sk_",
          "pk_",
          "rk_",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "xox",
          "akia",
          "asia",
          "aiza",
          "ya29.",
          "hf_",
          "glpat-",
          "gsk_",
          "xai-",
          "npm_",
          "eyj",
          "bearer",
          "basic:");

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");

  /** A directory name that only file systems have, as a whole path segment. */
  private static final Pattern FILE_SYSTEM_SEGMENT =
      Pattern.compile("(?i).*(^|/)(home|users|root|etc|var|tmp|mnt|opt|private|workspace)/.*");

  /** A model or a deployment is named with at most this many slashes; a path soon has more. */
  private static final int MAX_SLASHES = 4;

  static @Nullable String unsafeShapeOf(String value) {
    if (looksLikeSecret(value)) {
      return "it is shaped like a secret";
    }
    if (looksLikePath(value)) {
      return "it is shaped like a path or a URL";
    }
    if (EMAIL.matcher(value).matches()) {
      return "it is shaped like an e-mail address";
    }
    return null;
  }

  private static boolean looksLikeSecret(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (String prefix : SECRET_PREFIXES) {
      int at = lower.indexOf(prefix);
      boolean atStart = at == 0;
      boolean afterSeparator = at > 0 && ":/@+".indexOf(lower.charAt(at - 1)) >= 0;
      if (atStart || afterSeparator) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikePath(String value) {
    return value.startsWith("/")
        || value.startsWith("./")
        || value.contains("..")
        || value.contains("//")
        || DRIVE.matcher(value).matches()
        || FILE_SYSTEM_SEGMENT.matcher(value).matches()
        || value.chars().filter(c -> c == '/').count() > MAX_SLASHES;
  }
}
