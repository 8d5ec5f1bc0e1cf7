// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shapes that consist of allowed characters and still must not be kept. Each is found in one walk
 * over the characters that copies none of them: every name a run meets comes through here.
 */
final class Shapes {

  /** Behind a mark that occurs within names too, a key is it only with so much behind its start. */
  private static final int MIN_REST_WITHIN = 12;

  /** By their first letters, from a to z. */
  private static final List<List<String>> SURE = byLetter(KeyPrefixes.SURE);

  private static final List<List<String>> WITH_A_LONG_REST = byLetter(KeyPrefixes.WITH_A_LONG_REST);

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
   *     all that is unsafe but a secret has other characters
   */
  static @Nullable String unsafeShapeOf(String value, boolean plain) {
    if (looksLikeSecret(value)) {
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

  static boolean looksLikeSecret(String value) {
    char before = ':';
    for (int i = 0; i < value.length(); i++) {
      boolean start = isSeparator(before);
      if ((start && secretBegins(value, i, 0))
          || (!start && isMarkWithin(before) && secretBegins(value, i, MIN_REST_WITHIN))) {
        return true;
      }
      before = value.charAt(i);
    }
    return false;
  }

  /** After one of these a secret may begin, as at the start. */
  private static boolean isSeparator(char c) {
    return c == ':' || c == '/' || c == '@' || c == '+';
  }

  private static boolean isMarkWithin(char c) {
    return c == '_' || c == '.' || c == '-';
  }

  /**
   * Whether a secret begins there.
   *
   * @param minRest how many characters stand behind its beginning at least, with a digit among
   *     them; 0 if that does not matter
   */
  private static boolean secretBegins(String value, int at, int minRest) {
    char first = lower(value.charAt(at));
    if (first < 'a' || first > 'z') {
      return false;
    }
    int sure = endOfPrefix(value, at, SURE.get(first - 'a'));
    if (sure > 0 && (minRest == 0 || isKey(value, sure, minRest, true))) {
      return true;
    }
    int likely = endOfPrefix(value, at, WITH_A_LONG_REST.get(first - 'a'));
    return likely > 0 && isKey(value, likely, KeyPrefixes.LONG_REST, false);
  }

  /** Where one of the prefixes ends that stands there, or 0 if none does. */
  private static int endOfPrefix(String value, int at, List<String> prefixes) {
    for (int i = 0; i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      if (value.regionMatches(true, at, prefix, 0, prefix.length())) {
        return at + prefix.length();
      }
    }
    return 0;
  }

  /** Whether so many characters of a key follow each other, with a digit among them. */
  private static boolean isKey(String value, int from, int minLength, boolean hyphens) {
    boolean digit = false;
    int end = from;
    while (end < value.length() && isOfKey(value.charAt(end), hyphens)) {
      digit |= isDigit(value.charAt(end));
      end++;
    }
    return digit && end - from >= minLength;
  }

  private static boolean isOfKey(char c, boolean hyphens) {
    return isLetter(c) || isDigit(c) || c == '_' || (hyphens && c == '-');
  }

  /** Those of each letter, from a to z: each token is looked at, and few letters begin many. */
  private static List<List<String>> byLetter(List<String> prefixes) {
    return IntStream.rangeClosed('a', 'z')
        .mapToObj(letter -> prefixes.stream().filter(prefix -> prefix.charAt(0) == letter).toList())
        .toList();
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
