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
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.Hash;
import dev.lastbyte.wire.conversation.HashKey;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked lately, at most {@value #MAX} questions: recognises a request as another sending
 * of a question, or as the next step of a conversation. Keeps hashes, never content. Thread-safe.
 */
final class Questions {

  static final int MAX = 4_096;

  /** A client that waits longer than this before it tries again is asking anew. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** A conversation as one model is asked it: agents ask several at once about the same words. */
  private record Identity(Hash conversation, @Nullable Token model, boolean tools) {}

  private final HashKey key;
  private final RunClock clock;
  private final Map<Token, Question> byCaller = new Recent<>(MAX);
  private final Map<Identity, Question> byIdentity = new Recent<>(MAX);
  private final Map<Hash, Question> byConversation = new Recent<>(MAX);
  private final Map<Hash, Question> byResponse = new Recent<>(MAX);

  Questions(HashKey key, RunClock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** Takes in a request, and tells its run and earlier ones what it shows of them. */
  synchronized AskedOnce ask(
      RecordedRun run, RequestDescribed described, @Nullable Conversation conversation) {
    RequestNames names = run.names();
    Identity identity = conversation == null ? null : identity(conversation, described);
    Question same = names.callerRun() == null ? null : byCaller.get(names.callerRun());
    LinkBasis basis = LinkBasis.CALLER_RUN;
    if (same == null && identity != null) {
      same = ofSession(byIdentity.get(identity), names);
      basis = names.retries() > 0 ? LinkBasis.RETRY_COUNT : LinkBasis.CONVERSATION;
    }
    Question asked;
    if (same == null) {
      asked = conversation == null ? null : step(run, conversation);
      asked = asked == null ? anew(run) : asked;
      asked.add(run, 1 + names.retries());
    } else {
      asked = again(run, same, basis);
    }
    remember(asked, names, identity, conversation);
    return asked.last();
  }

  /** A run came to its end. */
  synchronized void ended(AskedOnce sending, RunLog log) {
    sending.ended(log, clock.nanos(), key);
    if (sending.response() != null) {
      put(byResponse, sending.response(), sending.question());
    }
  }

  private static Identity identity(Conversation conversation, RequestDescribed described) {
    return new Identity(conversation.whole(), described.model(), described.toolsOffered() > 0);
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
      same.add(run, number);
      return same;
    }
    Question repeat = anew(run);
    link(run, Link.REPEAT, basis, last, run.names().session(), 1, pause);
    repeat.add(run, 1);
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
      before = ofSession(byConversation.get(earlier), run.names());
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
    return response == null ? null : byResponse.get(response);
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
    return Question.first(session == null ? run.id() : session);
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

  private void remember(
      Question asked,
      RequestNames names,
      @Nullable Identity identity,
      @Nullable Conversation conversation) {
    if (names.callerRun() != null) {
      put(byCaller, names.callerRun(), asked);
    }
    if (identity != null && conversation != null) {
      put(byIdentity, identity, asked);
      put(byConversation, conversation.whole(), asked);
    }
  }

  /** Puts it last, so that it counts as the youngest again. */
  private static <K> void put(Map<K, Question> map, K at, Question asked) {
    map.remove(at);
    map.put(at, asked);
  }
}
