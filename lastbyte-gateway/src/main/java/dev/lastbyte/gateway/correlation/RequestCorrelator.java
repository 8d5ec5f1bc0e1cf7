// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.QuestionIndex.Identity;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.Hash;
import dev.lastbyte.wire.conversation.HashKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The questions that were asked lately: recognises a request as another sending of a question, or
 * as the next step of a conversation. Keeps hashes, never content, and a bounded number of them.
 * Thread-safe.
 */
public final class RequestCorrelator {

  /** A client that waits longer than this before it tries again is asking anew. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final HashKey key;
  private final RunClock clock;
  private final QuestionIndex index = new QuestionIndex();

  public RequestCorrelator(HashKey key, RunClock clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * What a request proved to be.
   *
   * @param sent the request, as later ones will be held against it
   * @param link what its run is to record of earlier ones, or null if it follows none
   */
  public record Match(SentRequest sent, @Nullable RunLinked link) {}

  /** A request's question, which sending of it the request is, and what its run is to record. */
  private record Placed(Question question, int number, @Nullable RunLinked link) {}

  /**
   * Takes in a request, and adds to earlier runs what it shows of them.
   *
   * @param run the request's own run
   * @param stamp when the request was read, on the run's own clock
   * @param conversation what the request goes on with, or null if its body tells none
   */
  public synchronized Match correlate(
      RunHandle run,
      CorrelationHeaders headers,
      Stamp stamp,
      RequestDescribed described,
      @Nullable Conversation conversation) {
    Identity identity =
        conversation == null ? null : identity(run, headers.scope(), conversation, described);
    Question same = headers.questionId() == null ? null : index.findByCaller(headers.questionId());
    LinkBasis basis = LinkBasis.CALLER_RUN;
    if (same == null && identity != null) {
      same = index.find(identity);
      basis = headers.retries() > 0 ? LinkBasis.RETRY_COUNT : LinkBasis.CONVERSATION;
    }
    Placed placed;
    if (same == null) {
      placed = conversation == null ? null : nextStep(run, headers, stamp, conversation);
      placed = placed == null ? newQuestion(run, headers, stamp) : placed;
    } else {
      placed = sentAgain(run, headers, stamp, same, basis);
    }
    Question question = placed.question();
    question.add(run, placed.number());
    index.add(question, headers.questionId(), identity);
    return new Match(question.last(), placed.link());
  }

  /** The run of a request came to its end. */
  public synchronized void requestEnded(SentRequest sentRequest, RunLog log) {
    sentRequest.requestEnded(log, clock.nanos(), key);
    if (sentRequest.response() != null) {
      index.addResponse(sentRequest.question(), sentRequest.response());
    }
  }

  /** Adds the questions that were asked before all that are known here. */
  public synchronized void addEarlier(QuestionIndex older) {
    index.addEarlier(older);
  }

  private static Identity identity(
      RunHandle run, SessionScope scope, Conversation conversation, RequestDescribed described) {
    return new Identity(
        run.upstream(),
        scope,
        conversation.whole().kept(),
        described.model(),
        described.toolsOffered() > 0);
  }

  /** A client that names a response names its session, unless it says that this is another one. */
  private static @Nullable Question ofSession(
      @Nullable Question found, CorrelationHeaders headers) {
    boolean other =
        found != null && headers.session() != null && !headers.session().equals(found.session());
    return other ? null : found;
  }

  private Placed sentAgain(
      RunHandle run, CorrelationHeaders headers, Stamp stamp, Question same, LinkBasis basis) {
    SentRequest last = same.last();
    long pause = last.nanosSinceEnd(clock.nanos());
    boolean failed = last.isEnded() && !last.isComplete() && pause <= LONGEST_PAUSE.toNanos();
    if (basis != LinkBasis.CONVERSATION || failed) {
      int number = last.number() + 1;
      return new Placed(
          same, number, linkTo(stamp, Link.RETRY, basis, last, same.session(), number, pause));
    }
    // A client that counted a retry would have made that the basis: only this link is recorded.
    return new Placed(
        firstOf(run, headers),
        1,
        linkTo(stamp, Link.REPEAT, basis, last, headers.session(), 1, pause));
  }

  /** The question as the next step of a conversation that is known, or null if none is. */
  private @Nullable Placed nextStep(
      RunHandle run, CorrelationHeaders headers, Stamp stamp, Conversation conversation) {
    Question before = ofSession(previousByResponse(run, conversation), headers);
    LinkBasis basis = LinkBasis.RESPONSE_ID;
    for (Hash earlier : conversation.before()) {
      if (before != null) {
        break;
      }
      before = index.find(run.upstream(), headers.scope(), earlier);
      basis = LinkBasis.CONVERSATION;
    }
    if (before == null) {
      return null;
    }
    SentRequest last = before.last();
    Question step = before.next(before.session());
    long pause = last.nanosSinceEnd(clock.nanos());
    ToolResultMatcher.match(conversation, before);
    return new Placed(
        step,
        1 + headers.retries(),
        linkTo(stamp, Link.STEP, basis, last, step.session(), step.step(), pause));
  }

  private @Nullable Question previousByResponse(RunHandle run, Conversation conversation) {
    Hash response = conversation.previousResponse();
    return response == null ? null : index.findByResponse(run.upstream(), response);
  }

  /**
   * A question that is not known; if its client counts a retry, the sendings before were missed.
   */
  private static Placed newQuestion(RunHandle run, CorrelationHeaders headers, Stamp stamp) {
    int number = 1 + headers.retries();
    RunLinked link =
        headers.retries() == 0
            ? null
            : new RunLinked(
                stamp, Link.RETRY, LinkBasis.RETRY_COUNT, null, headers.session(), number, 0);
    return new Placed(firstOf(run, headers), number, link);
  }

  private static Question firstOf(RunHandle run, CorrelationHeaders headers) {
    Token session = headers.session();
    return new Question(session == null ? run.id() : session, 1);
  }

  private static RunLinked linkTo(
      Stamp stamp,
      Link link,
      LinkBasis basis,
      SentRequest earlier,
      @Nullable Token session,
      int number,
      long pauseNanos) {
    return new RunLinked(stamp, link, basis, earlier.run().id(), session, number, pauseNanos);
  }
}
