// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.QuestionIndex.Identity;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.Hash;
import dev.lastbyte.wire.conversation.HashKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was asked lately: recognises a request as another sending of a question, or as the next step
 * of a conversation. Keeps hashes, never content, and a bounded number of them. Thread-safe.
 */
final class Questions {

  /** A client that waits longer than this before it tries again is asking anew. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final HashKey key;
  private final RunClock clock;
  private final QuestionIndex index = new QuestionIndex();

  Questions(HashKey key, RunClock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** Takes in a request, and tells its run and earlier ones what it shows of them. */
  synchronized AskedOnce ask(
      RecordedRun run, RequestDescribed described, @Nullable Conversation conversation) {
    RequestNames names = run.names();
    Identity identity = conversation == null ? null : identity(conversation, described);
    Question same = names.question() == null ? null : index.ofCaller(names.question());
    LinkBasis basis = LinkBasis.CALLER_RUN;
    if (same == null && identity != null) {
      same = ofSession(index.of(identity), names);
      basis = names.retries() > 0 ? LinkBasis.RETRY_COUNT : LinkBasis.CONVERSATION;
    }
    Question asked;
    if (same == null) {
      asked = conversation == null ? null : step(run, conversation);
      asked = asked == null ? anew(run) : asked;
      asked.add(run.told(), 1 + names.retries());
    } else {
      asked = again(run, same, basis);
    }
    index.add(asked, names.question(), identity);
    return asked.last();
  }

  /** A run came to its end. */
  synchronized void ended(AskedOnce sending, RunLog log) {
    sending.ended(log, clock.nanos(), key);
    if (sending.response() != null) {
      index.addAnswer(sending.question(), sending.response());
    }
  }

  /** What was asked before all that this knows. */
  synchronized void recall(QuestionIndex older) {
    index.addOlder(older);
  }

  private static Identity identity(Conversation conversation, RequestDescribed described) {
    return new Identity(
        conversation.whole().kept(), described.model(), described.toolsOffered() > 0);
  }

  private static @Nullable Question ofSession(@Nullable Question found, RequestNames names) {
    boolean other =
        found != null && names.session() != null && !names.session().equals(found.session());
    return other ? null : found;
  }

  private Question again(RecordedRun run, Question same, LinkBasis basis) {
    AskedOnce last = same.last();
    long pause = last.overFor(clock.nanos());
    boolean failed = last.over() && !last.answered() && pause <= LONGEST_PAUSE.toNanos();
    if (basis != LinkBasis.CONVERSATION || failed) {
      int number = last.number() + 1;
      link(run, Link.RETRY, basis, last, same.session(), number, pause);
      same.add(run.told(), number);
      return same;
    }
    Question repeat = anew(run);
    link(run, Link.REPEAT, basis, last, run.names().session(), 1, pause);
    repeat.add(run.told(), 1);
    return repeat;
  }

  /** The question as the next step of a conversation that is known, or null if none is. */
  private @Nullable Question step(RecordedRun run, Conversation conversation) {
    Question before = ofSession(answeredBefore(conversation), run.names());
    LinkBasis basis = LinkBasis.RESPONSE_ID;
    for (Hash earlier : conversation.before()) {
      if (before != null) {
        break;
      }
      before = ofSession(index.of(earlier), run.names());
      basis = LinkBasis.CONVERSATION;
    }
    if (before == null) {
      return null;
    }
    AskedOnce last = before.last();
    Question step = before.next(before.session());
    link(run, Link.STEP, basis, last, step.session(), step.step(), last.overFor(clock.nanos()));
    ToolResults.tell(conversation, before);
    return step;
  }

  private @Nullable Question answeredBefore(Conversation conversation) {
    Hash response = conversation.previousResponse();
    return response == null ? null : index.answeredBy(response);
  }

  private static Question anew(RecordedRun run) {
    Token session = run.names().session();
    if (run.names().retries() > 0) {
      run.record(
          new RunLinked(
              run.down(),
              Link.RETRY,
              LinkBasis.RETRY_COUNT,
              null,
              session,
              1 + run.names().retries(),
              0));
    }
    return new Question(session == null ? run.id() : session, 1);
  }

  private static void link(
      RecordedRun run,
      Link link,
      LinkBasis basis,
      AskedOnce earlier,
      @Nullable Token session,
      int number,
      long pauseNanos) {
    run.record(
        new RunLinked(run.down(), link, basis, earlier.run().id(), session, number, pauseNanos));
  }
}
