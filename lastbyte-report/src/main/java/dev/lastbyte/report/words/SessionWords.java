// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.session.ClientPattern;
import dev.lastbyte.core.session.Question;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What a client did over several runs, as sentences. */
public final class SessionWords {

  /** So many pauses are named one by one. */
  private static final int NAMED = 4;

  private SessionWords() {}

  /** A whole sentence. */
  public static String sentence(ClientPattern habit) {
    return switch (habit) {
      case ClientPattern.Retried retried -> retried(retried.question());
      case ClientPattern.RanAgain again ->
          "A tool call of "
              + (again.earlier() == null ? "an earlier attempt" : "run " + again.earlier())
              + " was executed again for run "
              + again.run()
              + ": what it does to the world may have happened twice.";
      case ClientPattern.Looped looped ->
          "From run "
              + looped.first()
              + " on, the client went on from "
              + looped.steps()
              + " answers in a row that all ended as "
              + looped.cause().code()
              + ": a loop.";
    };
  }

  private static String retried(Question question) {
    return "The client sent run "
        + question.first().run()
        + " "
        + question.times()
        + " times"
        + pauses(question.pausesNanos())
        + (question.answered() ? "; the last was answered." : "; none was answered.")
        + (question.isStorm() ? " So many retries are a storm." : "");
  }

  private static String pauses(List<Long> nanos) {
    if (nanos.isEmpty()) {
      return "";
    }
    String many =
        nanos.size() > NAMED
            ? Numbers.duration(Collections.min(nanos))
                + " to "
                + Numbers.duration(Collections.max(nanos))
            : nanos.stream().map(Numbers::duration).collect(Collectors.joining(" and "));
    return ", " + many + " after the end of the one before";
  }
}
