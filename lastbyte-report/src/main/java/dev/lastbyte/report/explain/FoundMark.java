// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.hint.Catalogue;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark of the catalogue and its place in a line.
 *
 * @param begin its first character
 * @param end behind its last character
 */
record FoundMark(Mark mark, int begin, int end) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:$/@+-]++");

  /** A status or a close code behind a word that says that it is one. */
  private static final Pattern NAMED_NUMBER =
      Pattern.compile(
          "(?i)\\b(?:status(?:[ _-]?code)?|code|closed?|server response)[\"']?\\s{0,2}[:="
              + " ]\\s{0,2}[\"']?([1-5]\\d{2,3})\\b");

  /** The number that the system's own error has, in Python and in Node. */
  private static final Pattern ERRNO = Pattern.compile("(?i)\\berrno:? (-?\\d{1,5})\\b");

  /** A status at the beginning of a line, as most SDKs print it. */
  private static final Pattern LEADING_STATUS =
      Pattern.compile(
          "^\\s{0,8}(?:[A-Za-z ]{1,24}: ?)?(?:HTTP(?:/[\\d.]{1,3})? )?([45]\\d\\d)(?=[\\s,:;]|$)");

  /** The marks of a line, in the order in which they stand there. */
  static List<FoundMark> in(String line) {
    List<FoundMark> found = phrases(line.toLowerCase(Locale.ROOT));
    words(line, found);
    numbers(NAMED_NUMBER.matcher(line), found);
    numbers(LEADING_STATUS.matcher(line), found);
    Matcher errno = ERRNO.matcher(line);
    while (errno.find()) {
      addKnown(new Mark.Code("errno:" + errno.group(1)), errno.start(), errno.end(), found);
    }
    return found.stream().sorted(Comparator.comparingInt(FoundMark::begin)).distinct().toList();
  }

  /** Of phrases that overlap, the one that says the most. */
  private static List<FoundMark> phrases(String lower) {
    List<FoundMark> found = new ArrayList<>();
    for (KnownPhrase phrase : KnownPhrase.values()) {
      int at = phrase == KnownPhrase.NONE ? -1 : phrase.placeIn(lower);
      if (at >= 0) {
        var next = new FoundMark(new Mark.Phrase(phrase), at, at + phrase.text().length());
        if (found.stream().noneMatch(next::overlaps)) {
          found.add(next);
        }
      }
    }
    return found;
  }

  private static void words(String line, List<FoundMark> found) {
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      String name = Catalogue.simpleName(withoutStop(withoutUrl(words.group())));
      addKnown(new Mark.Type(name), words.start(), words.end(), found);
      Fingerprint code = isNumber(name) ? null : Catalogue.ofCode(name);
      if (code != null && CodePlace.isValue(name, line, words.start(), words.end())) {
        found.add(new FoundMark(code.mark(), words.start(), words.end()));
      }
    }
  }

  /** Amazon's codes may have the URL of their namespace behind them. */
  private static String withoutUrl(String word) {
    int url = word.indexOf(":http");
    return url < 0 ? word : word.substring(0, url);
  }

  private static void numbers(Matcher numbers, List<FoundMark> found) {
    while (numbers.find()) {
      addKnown(new Mark.Code(numbers.group(1)), numbers.start(1), numbers.end(1), found);
    }
  }

  private static void addKnown(Mark mark, int begin, int end, List<FoundMark> found) {
    if (Catalogue.of(mark) != null) {
      found.add(new FoundMark(mark, begin, end));
    }
  }

  private boolean overlaps(FoundMark other) {
    return begin < other.end && other.begin < end;
  }

  private static String withoutStop(String word) {
    int end = word.length();
    while (end > 0 && ".:".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  /** A bare number means something only where it is said what. */
  private static boolean isNumber(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
