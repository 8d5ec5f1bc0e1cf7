// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.facts.ToolCall.State;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ClientPattern.BrokenHistory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the client of a session did. */
final class PatternReader {

  /** An instruction and what to do with it: the longest question that titles are asked by. */
  private static final int MOST_MESSAGES_BESIDE = 3;

  private final List<Question> questions;
  private final @Nullable BrokenHistory broken;
  private final List<ClientPattern> patterns = new ArrayList<>();

  PatternReader(Session session) {
    this.questions = session.questions();
    this.broken = brokenHistory();
  }

  List<ClientPattern> read() {
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      if (question.times() > 1) {
        patterns.add(new ClientPattern.Retried(question));
        handedOut(question);
      }
      question.sendings().forEach(this::ranAgain);
      if (!isPartOfALoop(i)) {
        wentOn(question);
      }
      loopFrom(i);
    }
    if (broken != null) {
      patterns.add(broken);
    }
    askedBeside();
    return List.copyOf(patterns);
  }

  private void handedOut(Question question) {
    for (@Nullable Token tool : tools(question)) {
      int sendings = 0;
      int results = 0;
      for (Sending sending : question.sendings()) {
        List<ToolCall> calls =
            sending.handedOut().stream().filter(c -> Objects.equals(c.name(), tool)).toList();
        sendings += calls.isEmpty() ? 0 : 1;
        results += calls.stream().anyMatch(PatternReader::hasResult) ? 1 : 0;
      }
      if (sendings > 1 && results < sendings) {
        patterns.add(new ClientPattern.HandedOut(question, tool, sendings, results));
      }
    }
  }

  private static Set<@Nullable Token> tools(Question question) {
    Set<@Nullable Token> tools = new LinkedHashSet<>();
    question.sendings().forEach(sending -> sending.handedOut().forEach(c -> tools.add(c.name())));
    return tools;
  }

  private static boolean hasResult(ToolCall call) {
    return call.state() == State.REPORTED;
  }

  private void ranAgain(Sending sending) {
    sending.log().events().stream()
        .filter(ToolRepeated.class::isInstance)
        .map(event -> ((ToolRepeated) event).earlier())
        .forEach(earlier -> patterns.add(new ClientPattern.RanAgain(sending.run(), earlier)));
  }

  /** The next step of what was cut; the calls that ran twice are told by {@link #ranAgain}. */
  private void wentOn(Question question) {
    for (Sending sending : question.sendings()) {
      Sending next = sending.wasCutInContent() ? stepAfter(sending.run()) : null;
      if (next != null) {
        List<ToolCall> ran =
            sending.facts().toolsOfAllAttempts().stream()
                .filter(call -> hasResult(call) && call.timesStarted() <= 1)
                .toList();
        List<Token> names =
            ran.stream().map(ToolCall::name).filter(Objects::nonNull).distinct().toList();
        patterns.add(new ClientPattern.WentOn(sending.run(), next.run(), names, ran.size()));
      }
    }
  }

  private @Nullable Sending stepAfter(Token run) {
    return questions.stream()
        .map(Question::first)
        .filter(first -> run.equals(first.position().stepAfter()))
        .findFirst()
        .orElse(null);
  }

  /** The refusals that the session ends with, and what was accepted just before them. */
  private @Nullable BrokenHistory brokenHistory() {
    List<Question> main = questions.stream().filter(question -> !isBeside(question)).toList();
    int first = main.size();
    while (first > 0 && main.get(first - 1).last().wasRefusedAs(main.getLast().last())) {
      first--;
    }
    int requests = main.size() - first;
    if (first == 0 || requests < BrokenHistory.FEWEST) {
      return null;
    }
    Sending accepted = main.get(first - 1).last();
    Sending refused = main.get(first).first();
    boolean onlyHistory =
        main.subList(first, main.size()).stream()
            .allMatch(question -> question.last().differsOnlyInHistoryFrom(accepted));
    return onlyHistory && accepted.wasAccepted()
        ? new BrokenHistory(
            accepted.run(), refused.run(), requests, main.getLast().last().diagnosis().cause())
        : null;
  }

  private void askedBeside() {
    boolean anyTools = questions.stream().anyMatch(question -> question.first().offeredTools());
    List<Question> beside = questions.stream().filter(this::isBeside).toList();
    if (anyTools && !beside.isEmpty()) {
      patterns.add(new ClientPattern.AskedBeside(beside));
    }
  }

  private boolean isBeside(Question question) {
    Sending first = question.first();
    return first.isShortWithoutTools(MOST_MESSAGES_BESIDE)
        && first.position().stepAfter() == null
        && question.sendings().stream().allMatch(sending -> stepAfter(sending.run()) == null);
  }

  private void loopFrom(int begin) {
    int end = begin;
    while (continuesAfter(end)) {
      end++;
    }
    int steps = end - begin + 1;
    Sending first = questions.get(begin).last();
    boolean told = broken != null && first.diagnosis().cause() == broken.cause();
    if (!told && !continuesAfter(begin - 1) && steps >= ClientPattern.Looped.FEWEST) {
      patterns.add(new ClientPattern.Looped(first.run(), steps, first.diagnosis().cause()));
    }
  }

  private boolean isPartOfALoop(int index) {
    int begin = index;
    while (continuesAfter(begin - 1)) {
      begin--;
    }
    int end = index;
    while (continuesAfter(end)) {
      end++;
    }
    return end - begin + 1 >= ClientPattern.Looped.FEWEST;
  }

  /** Whether the next question is a step after this one, and both failed of the same cause. */
  private boolean continuesAfter(int index) {
    if (index < 0 || index + 1 >= questions.size()) {
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
