// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis.rule;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.hint.ErrorReading;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Hint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An error that holds several, such as Node's {@code AggregateError} with one cause for each
 * address of a name. None of them is the cause: each address failed in its own way, and which of
 * them the client would have used is not said. Where all of them say the same, that is said once.
 */
final class SeveralCauses {

  /**
   * No route for one family of addresses is usual where the other one works, so it says the least;
   * that nothing answered in time says the most.
   */
  private static final List<Cause> TELLING_FIRST =
      List.of(
          Cause.NET_CONNECT_TIMEOUT,
          Cause.WATCHDOG_CONNECT,
          Cause.NET_CONNECT_REFUSED,
          Cause.NET_UNREACHABLE,
          Cause.NET_OFFLINE);

  private SeveralCauses() {}

  static HintMeanings.Meaning of(ErrorReading reading) {
    List<HintMeanings.Meaning> each =
        reading.causes().stream().map(Fingerprint::hint).map(HintMeanings::of).distinct().toList();
    if (each.isEmpty()) {
      return HintMeanings.of(Hint.SEVERAL);
    }
    List<Cause> possible = possible(each);
    boolean agree = each.stream().map(HintMeanings.Meaning::cause).distinct().count() == 1;
    return agree
        ? new HintMeanings.Meaning(each.getFirst().cause(), each.getFirst().certainty(), possible)
        : new HintMeanings.Meaning(Cause.UNKNOWN, Certainty.UNKNOWN, possible);
  }

  private static List<Cause> possible(List<HintMeanings.Meaning> each) {
    boolean dialling = each.stream().anyMatch(one -> isOfDial(one.cause()));
    return each.stream()
        .flatMap(one -> Stream.concat(Stream.of(one.cause()), one.candidates().stream()))
        .distinct()
        .filter(cause -> cause != Cause.UNKNOWN && (!dialling || isOfDial(cause)))
        .sorted(Comparator.comparingInt(SeveralCauses::rank))
        .toList();
  }

  private static boolean isOfDial(Cause cause) {
    return cause.group() == Cause.Group.NET || cause == Cause.WATCHDOG_CONNECT;
  }

  private static int rank(Cause cause) {
    int at = TELLING_FIRST.indexOf(cause);
    return at < 0 ? TELLING_FIRST.size() : at;
  }
}
