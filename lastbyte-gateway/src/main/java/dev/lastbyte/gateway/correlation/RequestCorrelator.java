// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.correlation.QuestionIndex.Identity;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.Hash;
import dev.lastbyte.wire.conversation.HashKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was asked lately: recognises a request as another sending of a question, or as the next step
 * of a conversation. Keeps hashes, never content, and a bounded number of them. Thread-safe.
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

  /** Takes in a request, and tells its run and earlier ones what it shows of them. */
  public synchronized SentRequest correlate(
      RecordedRun run, RequestDescribed described, @Nullable Conversation conversation) {
    CorrelationHeaders names = run.correlationHeaders();
    Identity identity = conversation == null ? null : identity(conversation, described);
    Question same = names.questionId() == null ? null : index.findByCaller(names.questionId());
    LinkBasis basis = LinkBasis.CALLER_RUN;
    if (same == null && identity != null) {
      same = ofSession(index.find(identity), names);
      basis = names.retries() > 0 ? LinkBasis.RETRY_COUNT : LinkBasis.CONVERSATION;
    }
    Question asked;
    if (same == null) {
      asked = conversation == null ? null : nextStep(run, conversation);
      asked = asked == null ? newQuestion(run) : asked;
      asked.add(run.handle(), 1 + names.retries());
    } else {
      asked = sentAgain(run, same, basis);
    }
    index.add(asked, names.questionId(), identity);
    return asked.last();
  }

  /** A run came to its end. */
  public synchronized void requestEnded(SentRequest sending, RunLog log) {
    sending.requestEnded(log, clock.nanos(), key);
    if (sending.response() != null) {
      index.addResponse(sending.question(), sending.response());
    }
  }

  /** What was asked before all that this knows. */
  public synchronized void addEarlier(QuestionIndex older) {
    index.addEarlier(older);
  }

  private static Identity identity(Conversation conversation, RequestDescribed described) {
    return new Identity(
        conversation.whole().kept(), described.model(), described.toolsOffered() > 0);
  }

  private static @Nullable Question ofSession(@Nullable Question found, CorrelationHeaders names) {
    boolean other =
        found != null && names.session() != null && !names.session().equals(found.session());
    return other ? null : found;
  }

  private Question sentAgain(RecordedRun run, Question same, LinkBasis basis) {
    SentRequest last = same.last();
    long pause = last.nanosSinceEnd(clock.nanos());
    boolean failed = last.isEnded() && !last.isComplete() && pause <= LONGEST_PAUSE.toNanos();
    if (basis != LinkBasis.CONVERSATION || failed) {
      int number = last.number() + 1;
      recordLink(run, Link.RETRY, basis, last, same.session(), number, pause);
      same.add(run.handle(), number);
      return same;
    }
    Question repeat = newQuestion(run);
    recordLink(run, Link.REPEAT, basis, last, run.correlationHeaders().session(), 1, pause);
    repeat.add(run.handle(), 1);
    return repeat;
  }

  /** The question as the next step of a conversation that is known, or null if none is. */
  private @Nullable Question nextStep(RecordedRun run, Conversation conversation) {
    Question before = ofSession(previousByResponse(conversation), run.correlationHeaders());
    LinkBasis basis = LinkBasis.RESPONSE_ID;
    for (Hash earlier : conversation.before()) {
      if (before != null) {
        break;
      }
      before = ofSession(index.find(earlier), run.correlationHeaders());
      basis = LinkBasis.CONVERSATION;
    }
    if (before == null) {
      return null;
    }
    SentRequest last = before.last();
    Question step = before.next(before.session());
    recordLink(
        run,
        Link.STEP,
        basis,
        last,
        step.session(),
        step.step(),
        last.nanosSinceEnd(clock.nanos()));
    ToolResultMatcher.match(conversation, before);
    return step;
  }

  private @Nullable Question previousByResponse(Conversation conversation) {
    Hash response = conversation.previousResponse();
    return response == null ? null : index.findByResponse(response);
  }

  private static Question newQuestion(RecordedRun run) {
    Token session = run.correlationHeaders().session();
    if (run.correlationHeaders().retries() > 0) {
      run.record(
          new RunLinked(
              run.downstreamStamp(),
              Link.RETRY,
              LinkBasis.RETRY_COUNT,
              null,
              session,
              1 + run.correlationHeaders().retries(),
              0));
    }
    return new Question(session == null ? run.id() : session, 1);
  }

  private static void recordLink(
      RecordedRun run,
      Link link,
      LinkBasis basis,
      SentRequest earlier,
      @Nullable Token session,
      int number,
      long pauseNanos) {
    run.record(
        new RunLinked(
            run.downstreamStamp(), link, basis, earlier.run().id(), session, number, pauseNanos));
  }
}
