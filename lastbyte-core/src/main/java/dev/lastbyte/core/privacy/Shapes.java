// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shapes that consist of allowed characters and still must not be kept. Each is found in one walk
 * over the characters that copies none of them: every name a run meets comes through here.
 */
final class Shapes {

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

  /** Whether one of them begins with a letter, counted from a: the first look at a value. */
  private static final boolean[] BEGINS_A_SECRET = beginnings();

  /** Directory names that only file systems have, as a whole path segment. */
  private static final List<String> FILE_SYSTEM_SEGMENTS =
      List.of("home", "users", "root", "etc", "var", "tmp", "mnt", "opt", "private", "workspace");

  /** A model or a deployment is named with at most this many slashes; a path soon has more. */
  private static final int MAX_SLASHES = 4;

  private Shapes() {}

  /**
   * What the value is shaped like, as the end of a sentence, or null if it is harmless.
   *
   * @param plain whether it is of letters, digits, underscores and hyphens only, as most are: then
   *     a secret can begin at its start only, and all else that is unsafe has other characters
   */
  static @Nullable String unsafeShapeOf(String value, boolean plain) {
    if (plain ? secretBegins(value, 0) : looksLikeSecret(value)) {
      return "it is shaped like a secret";
    }
    if (plain) {
      return null;
    }
    if (looksLikePath(value)) {
      return "it is shaped like a path or a URL";
    }
    if (looksLikeEmail(value)) {
      return "it is shaped like an e-mail address";
    }
    return null;
  }

  private static boolean looksLikeSecret(String value) {
    boolean mayBegin = true;
    for (int i = 0; i < value.length(); i++) {
      if (mayBegin && secretBegins(value, i)) {
        return true;
      }
      mayBegin = isSeparator(value.charAt(i));
    }
    return false;
  }

  /** After one of these a secret may begin, as at the start. */
  private static boolean isSeparator(char c) {
    return c == ':' || c == '/' || c == '@' || c == '+';
  }

  private static boolean secretBegins(String value, int at) {
    char first = lower(value.charAt(at));
    if (first < 'a' || first > 'z' || !BEGINS_A_SECRET[first - 'a']) {
      return false;
    }
    for (int i = 0; i < SECRET_PREFIXES.size(); i++) {
      String prefix = SECRET_PREFIXES.get(i);
      if (prefix.charAt(0) == first && value.regionMatches(true, at, prefix, 0, prefix.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] beginnings() {
    var begins = new boolean['z' - 'a' + 1];
    for (String prefix : SECRET_PREFIXES) {
      begins[prefix.charAt(0) - 'a'] = true;
    }
    return begins;
  }

  private static boolean looksLikePath(String value) {
    return value.contains("..") || (value.indexOf('/') >= 0 && slashesLookLikePath(value));
  }

  private static boolean slashesLookLikePath(String value) {
    int segment = 0;
    int slashes = 0;
    for (int at = value.indexOf('/'); at >= 0; at = value.indexOf('/', segment)) {
      if (onlyAFileHas(value, segment, at) || ++slashes > MAX_SLASHES) {
        return true;
      }
      segment = at + 1;
    }
    return false;
  }

  /** Whether a path segment is empty, a dot or a drive at the start, or of a file system. */
  private static boolean onlyAFileHas(String value, int from, int to) {
    return from == to
        || (from == 0 && to == 1 && value.charAt(0) == '.')
        || (from == 0 && to == 2 && value.charAt(1) == ':' && isLetter(value.charAt(0)))
        || isFileSystemSegment(value, from, to);
  }

  private static boolean isFileSystemSegment(String value, int from, int to) {
    for (int i = 0; i < FILE_SYSTEM_SEGMENTS.size(); i++) {
      String name = FILE_SYSTEM_SEGMENTS.get(i);
      if (name.length() == to - from && value.regionMatches(true, from, name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeEmail(String value) {
    int at = value.indexOf('@');
    return at > 0
        && value.lastIndexOf(':', at) < 0
        && value.lastIndexOf('/', at) < 0
        && looksLikeDomain(value, at + 1);
  }

  /** Whether labels of letters, digits and hyphens follow, and the last one is of letters only. */
  private static boolean looksLikeDomain(String value, int from) {
    int label = from;
    boolean lettersOnly = true;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '.' && i > label) {
        label = i + 1;
        lettersOnly = true;
      } else if (isLetter(c) || isDigit(c) || c == '-') {
        lettersOnly &= isLetter(c);
      } else {
        return false;
      }
    }
    return label > from && lettersOnly && value.length() - label >= 2;
  }

  private static boolean isLetter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Of an allowed character: the others are refused before. */
  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
