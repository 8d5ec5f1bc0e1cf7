// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one conversation, put in order. Pure: the same logs always give the same session.
 *
 * @param questions in the order in which they were first asked
 */
public record Session(List<Question> questions) {

  /** Puts runs together that belong together. */
  public static Session of(List<RunLog> logs) {
    List<List<Sending>> questions = new ArrayList<>();
    logs.stream()
        .sorted(Comparator.comparingLong(log -> log.header().startedAtEpochMillis()))
        .map(Sending::of)
        .forEach(sending -> place(sending, questions));
    return new Session(
        questions.stream().map(sendings -> new Question(List.copyOf(sendings))).toList());
  }

  private static void place(Sending sending, List<List<Sending>> questions) {
    Token earlier = sending.position().retryOf();
    boolean other = false;
    for (List<Sending> question : questions.reversed()) {
      if (question.stream().anyMatch(sent -> sent.run().equals(earlier))) {
        other = isOther(sending, question.getFirst());
        if (!other) {
          question.add(sending);
          return;
        }
      }
    }
    questions.add(new ArrayList<>(List.of(other ? sending.asOther() : sending)));
  }

  /**
   * A caller may give one name to all that it asks for one purpose; other links know better. What
   * another provider is asked is another question, whatever links it.
   */
  private static boolean isOther(Sending sending, Sending first) {
    var link = sending.position().link();
    boolean byName = link != null && link.basis() == LinkBasis.CALLER_RUN;
    return sending.asksAnotherProviderThan(first) || (byName && sending.asksOtherThan(first));
  }

  /** The question that a run asked, or null if the run is not in here. */
  public @Nullable Question of(Token run) {
    return questions.stream().filter(question -> question.holds(run)).findFirst().orElse(null);
  }

  /** What the client did, in the order in which it began to. */
  public List<ClientPattern> patterns() {
    return new PatternReader(this).read();
  }
}
