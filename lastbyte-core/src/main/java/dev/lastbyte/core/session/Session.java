// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
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
    for (List<Sending> question : questions.reversed()) {
      if (question.stream().anyMatch(other -> other.run().equals(earlier))) {
        question.add(sending);
        return;
      }
    }
    questions.add(new ArrayList<>(List.of(sending)));
  }

  /** The question that a run asked, or null if the run is not in here. */
  public @Nullable Question of(Token run) {
    return questions.stream().filter(question -> question.holds(run)).findFirst().orElse(null);
  }

  /** What the client did, in the order in which it began to. */
  public List<ClientPattern> patterns() {
    List<ClientPattern> patterns = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      if (question.times() > 1) {
        patterns.add(new ClientPattern.Retried(question));
      }
      question.sendings().forEach(sending -> patterns.addAll(ranAgain(sending)));
      ClientPattern loop = loopFrom(i);
      if (loop != null) {
        patterns.add(loop);
      }
    }
    return List.copyOf(patterns);
  }

  private static List<ClientPattern> ranAgain(Sending sending) {
    return sending.log().events().stream()
        .filter(ToolRepeated.class::isInstance)
        .map(event -> ((ToolRepeated) event).earlier())
        .<ClientPattern>map(earlier -> new ClientPattern.RanAgain(sending.run(), earlier))
        .toList();
  }

  /** The loop that begins with this question, or null if none does. */
  private @Nullable ClientPattern loopFrom(int begin) {
    if (begin > 0 && continuesAfter(begin - 1)) {
      return null; // It is part of one that began before.
    }
    int end = begin;
    while (continuesAfter(end)) {
      end++;
    }
    int steps = end - begin + 1;
    Question first = questions.get(begin);
    return steps < ClientPattern.Looped.FEWEST
        ? null
        : new ClientPattern.Looped(first.last().run(), steps, first.last().diagnosis().cause());
  }

  /** Whether the next question is a step after this one, and both failed of the same cause. */
  private boolean continuesAfter(int index) {
    if (index + 1 >= questions.size()) {
      return false;
    }
    Question question = questions.get(index);
    Question next = questions.get(index + 1);
    Token after = next.first().position().stepAfter();
    Cause cause = question.last().diagnosis().cause();
    return !question.answered()
        && after != null
        && question.holds(after)
        && next.last().diagnosis().cause() == cause;
  }
}
