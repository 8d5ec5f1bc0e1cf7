// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client did that no single run shows. */
public sealed interface ClientPattern {

  /** It sent a question more than once. */
  record Retried(Question question) implements ClientPattern {}

  /**
   * Several sendings of a question handed out a complete call of one tool. Results tell of an
   * execution only where they come back, and a client that executes a call as it arrives does not
   * send the result of one whose response was cut: therefore never more than likely.
   *
   * @param tool the tool's name, or null if not known
   * @param sendings how many of the question's sendings handed out such a call, at least 2
   * @param results of how many of them a result came back, fewer than {@code sendings}
   */
  record HandedOut(Question question, @Nullable Token tool, int sendings, int results)
      implements ClientPattern {

    /** How sure it is that the tool ran more than once. */
    public Certainty certainty() {
      return Certainty.LIKELY;
    }
  }

  /**
   * It went on from a response that had been cut.
   *
   * @param run the run with the cut response
   * @param next the run that went on
   * @param results the tools whose call in the cut response ran once, since its result came back; a
   *     tool without a name is not among them
   * @param calls how many calls that were
   */
  record WentOn(Token run, Token next, List<Token> results, int calls) implements ClientPattern {}

  /**
   * It asked something else beside, such as a title for the conversation: a short question without
   * tools, in a session whose other questions have some. None of them counts as a retry.
   */
  record AskedBeside(List<Question> questions) implements ClientPattern {}

  /**
   * It executed a tool call again that an earlier attempt had made already.
   *
   * @param run the attempt whose call was the second one
   * @param earlier the attempt that had made it before, or null if that is not known
   */
  record RanAgain(Token run, @Nullable Token earlier) implements ClientPattern {}

  /**
   * Every request was refused in the same way from one on, though the one before was accepted with
   * the same model and as many tools: what has changed since is the history, and it holds something
   * that the provider refuses, such as a tool call without its result. Another change of the
   * request could look so too: therefore never more than likely.
   *
   * @param accepted the last run that was accepted
   * @param first the first run that was refused
   * @param requests how many different requests were, at least {@link #FEWEST}
   * @param cause what each ended as
   */
  record BrokenHistory(Token accepted, Token first, int requests, Cause cause)
      implements ClientPattern {

    /** A single request can be wrong by itself. */
    public static final int FEWEST = 2;

    /** How sure it is that the history is at fault. */
    public Certainty certainty() {
      return Certainty.LIKELY;
    }
  }

  /**
   * It went on and on from responses that had all failed in the same way.
   *
   * @param first the first run that failed so
   * @param steps how many questions in a row did, at least {@link #FEWEST}
   * @param cause of which the first failed, and so each of the others
   */
  record Looped(Token first, int steps, Cause cause) implements ClientPattern {

    /** Fewer in a row are bad luck. */
    public static final int FEWEST = 3;
  }
}
