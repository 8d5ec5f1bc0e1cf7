// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.words;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ClientPattern;
import dev.lastbyte.core.session.Question;
import dev.lastbyte.core.session.RetryLayers;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client did over several runs, as sentences. */
public final class SessionWords {

  /** So many of a kind are named one by one. */
  private static final int NAMED = 4;

  private static final int PAUSES_NAMED = 3;

  private SessionWords() {}

  /** A whole sentence, or two. */
  public static String sentence(ClientPattern pattern) {
    return switch (pattern) {
      case ClientPattern.Retried retried -> retried(retried.question());
      case ClientPattern.HandedOut handed -> handedOut(handed);
      case ClientPattern.WentOn went -> wentOn(went);
      case ClientPattern.AskedBeside beside -> askedBeside(beside.questions());
      case ClientPattern.RanAgain again ->
          "A tool call of "
              + (again.earlier() == null ? "an earlier attempt" : "run " + again.earlier())
              + " was executed again for run "
              + again.run()
              + ": what it does to the world may have happened twice.";
      case ClientPattern.BrokenHistory broken -> broken(broken);
      case ClientPattern.Looped looped ->
          "From run "
              + looped.first()
              + " on, the client went on from "
              + looped.steps()
              + " responses in a row that all ended as "
              + looped.cause().code()
              + ": a loop.";
    };
  }

  private static String broken(ClientPattern.BrokenHistory broken) {
    return "From run "
        + broken.first()
        + " on, each of "
        + broken.requests()
        + " different requests was refused as "
        + broken.cause().code()
        + ", though run "
        + broken.accepted()
        + " was accepted with the same model and tools: the history holds something that the"
        + " provider refuses, such as a tool call without its result ("
        + broken.certainty().code()
        + "). Repair the history, or go on from before it; a retry cannot help.";
  }

  private static String retried(Question question) {
    return "The client sent run "
        + question.first().run()
        + " "
        + question.times()
        + " times"
        + pauses(question.pausesNanos())
        + "; "
        + outcome(question)
        + "."
        + (question.askedAnew() > 0 ? " After a cut response it asked anew." : "")
        + streaming(question.streamingGivenUpAt())
        + manyRetries(question);
  }

  private static String outcome(Question question) {
    if (question.answered()) {
      return "the last was answered";
    }
    Map<Cause, Integer> failures = question.failures();
    String none = question.hadResponse() ? "none succeeded: " : "none was answered: ";
    return failures.size() == 1
        ? none + "each ended as " + question.last().diagnosis().cause().code()
        : none
            + failures.entrySet().stream()
                .map(ended -> ended.getValue() + " ended as " + ended.getKey().code())
                .collect(Collectors.joining(", "));
  }

  private static String streaming(int givenUpAt) {
    return givenUpAt == 0 ? "" : " From sending " + givenUpAt + " on it asked without a stream.";
  }

  private static String manyRetries(Question question) {
    RetryLayers layers = question.layers();
    if (layers != null) {
      return " That is "
          + layers.outer()
          + " times "
          + layers.inner()
          + (layers.more() == 0 ? "" : " and " + layers.more() + " more")
          + ": two layers of retries, whose pauses begin anew.";
    }
    return question.isStorm() ? " So many retries are a storm." : "";
  }

  private static String pauses(List<Long> nanos) {
    List<Long> known = nanos.stream().filter(pause -> pause > 0).toList();
    if (known.isEmpty()) {
      return "";
    }
    String shortest = Numbers.duration(Collections.min(known));
    String longest = Numbers.duration(Collections.max(known));
    String many =
        known.size() > PAUSES_NAMED
            ? shortest.equals(longest) ? shortest : shortest + " to " + longest
            : known.stream().map(Numbers::duration).collect(Collectors.joining(" and "));
    return ", " + many + " after the end of the one before";
  }

  private static String handedOut(ClientPattern.HandedOut handed) {
    return "In "
        + handed.sendings()
        + " of "
        + handed.question().times()
        + " sendings of run "
        + handed.question().first().run()
        + " the model had handed out a complete call"
        + of(handed.tool())
        + ", and "
        + (handed.results() == 0 ? "no result" : "the result of only " + handed.results())
        + " came back: a client that executes calls as they arrive ran it up to "
        + handed.sendings()
        + " times ("
        + handed.certainty().code()
        + ").";
  }

  private static String wentOn(ClientPattern.WentOn went) {
    return "The client went on from the cut response of run "
        + went.run()
        + " with run "
        + went.next()
        + (went.calls() == 0 ? "." : "; " + ranOnce(went));
  }

  private static String ranOnce(ClientPattern.WentOn went) {
    String tools = went.results().isEmpty() ? "" : " of " + names(went.results());
    return went.calls() == 1
        ? "the call" + tools + " ran once, its result came back."
        : "the " + went.calls() + " calls" + tools + " ran once each, their results came back.";
  }

  private static String askedBeside(List<Question> questions) {
    List<Token> runs = questions.stream().map(question -> question.first().run()).toList();
    List<Token> some = runs.subList(0, Math.min(NAMED, runs.size()));
    return "Beside the conversation the client asked "
        + Numbers.count(runs.size(), "short question")
        + " without tools, such as titles are asked for (run"
        + (runs.size() == 1 ? " " : "s ")
        + plain(some)
        + (some.size() < runs.size() ? " and others" : "")
        + "): no "
        + (runs.size() == 1 ? "retry." : "retries.");
  }

  private static String of(@Nullable Token tool) {
    return tool == null ? "" : " of " + names(List.of(tool));
  }

  private static String names(Collection<Token> tools) {
    return tools.stream()
        .limit(NAMED)
        .map(tool -> "`" + tool + "`")
        .collect(Collectors.joining(", "));
  }

  private static String plain(Collection<Token> runs) {
    return runs.stream().map(Token::value).collect(Collectors.joining(", "));
  }
}
