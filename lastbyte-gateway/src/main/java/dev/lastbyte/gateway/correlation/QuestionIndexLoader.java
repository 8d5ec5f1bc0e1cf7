// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import dev.lastbyte.wire.conversation.Hash;
import dev.lastbyte.wire.conversation.HashKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked before this gateway began, by the last {@value #MAX_RUNS} runs of the store: a
 * question that is asked again after a restart is known again. Reads files; for one thread.
 */
public final class QuestionIndexLoader {

  static final int MAX_RUNS = 1_000;

  private final RunStore store;
  private final RunClock clock;
  private final HashKey key;
  private final QuestionIndex index = new QuestionIndex();
  private final Map<Token, Question> byRun = new HashMap<>();

  private QuestionIndexLoader(RunStore store, RunClock clock, HashKey key) {
    this.store = store;
    this.clock = clock;
    this.key = key;
  }

  /**
   * The questions of the store's runs.
   *
   * @throws StoreException if it cannot be read
   */
  public static QuestionIndex load(RunStore store, RunClock clock, HashKey key)
      throws StoreException {
    var indexLoader = new QuestionIndexLoader(store, clock, key);
    store.runs().forEachOfNewest(MAX_RUNS, indexLoader::add);
    return indexLoader.index;
  }

  private void add(RunLog log) {
    StoredRequest asks = StoredRequest.of(log);
    if (asks.identity() == null && asks.caller() == null) {
      return;
    }
    ConversationPosition place = ConversationPosition.of(log);
    RunHandle run = RunHandle.ofEarlier(log, clock, store);
    Question question = questionOf(place);
    question.add(run, place.sending());
    SentRequest sentRequest = question.last();
    sentRequest.requestEnded(log, run.endedAtNanos(), key);
    byRun.put(run.id(), question);
    index.add(question, asks.caller(), asks.identity());
    if (sentRequest.response() != null) {
      index.addResponse(question, sentRequest.response());
    }
  }

  private Question questionOf(ConversationPosition place) {
    Token retried = place.retryOf();
    Question same = retried == null ? null : byRun.get(retried);
    return same == null ? new Question(place.session(), stepOf(place.link())) : same;
  }

  private static int stepOf(@Nullable RunLinked link) {
    return link != null && link.link() == Link.STEP ? link.number() : 1;
  }

  /** What a run's log tells of its question. */
  private record StoredRequest(@Nullable Token caller, QuestionIndex.@Nullable Identity identity) {

    static StoredRequest of(RunLog log) {
      Token caller = null;
      Token session = null;
      Token client = null;
      Hash conversation = null;
      Token model = null;
      boolean tools = false;
      for (var event : log.events()) {
        if (event instanceof Correlated id && id.correlation() == Correlation.CALLER_RUN) {
          caller = id.value();
        } else if (event instanceof Correlated id && id.correlation() == Correlation.SESSION_ID) {
          session = id.value();
        } else if (event instanceof ConversationSeen seen) {
          conversation = Hash.of(seen.conversation());
          client = seen.client();
        } else if (event instanceof RequestDescribed described) {
          model = described.model();
          tools = described.toolsOffered() > 0;
        }
      }
      return new StoredRequest(
          caller,
          conversation == null
              ? null
              : new QuestionIndex.Identity(
                  log.header().provider(),
                  SessionScope.of(session, client),
                  conversation,
                  model,
                  tools));
    }
  }
}
