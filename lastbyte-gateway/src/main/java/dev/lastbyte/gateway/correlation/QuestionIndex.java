// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.conversation.Hash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where questions are found again, each in at most {@value #MAX} ways of a kind. */
public final class QuestionIndex {

  static final int MAX = 4_096;

  /**
   * A conversation in one session, or of one client that names none, at one upstream.
   *
   * @param conversation as far as it is kept, so that it equals what a stored run tells
   */
  private record InScope(@Nullable Token upstream, SessionScope scope, Hash conversation) {}

  /** A response by its id, which is one upstream's own. */
  private record AtUpstream(@Nullable Token upstream, Hash response) {}

  /**
   * A conversation as one model is asked it: agents ask several at once about the same words.
   *
   * @param upstream the name of the provider that is asked, or null if not known
   * @param scope who asks: equal words of another client are another question
   * @param conversation as far as it is kept, so that it equals what a stored run tells
   */
  record Identity(
      @Nullable Token upstream,
      SessionScope scope,
      Hash conversation,
      @Nullable Token model,
      boolean tools) {}

  private final Map<Token, Question> byCaller = new BoundedMap<>(MAX);
  private final Map<Identity, Question> byIdentity = new BoundedMap<>(MAX);
  private final Map<InScope, Question> byConversation = new BoundedMap<>(MAX);
  private final Map<AtUpstream, Question> byResponse = new BoundedMap<>(MAX);

  /** The one that its caller calls so. */
  @Nullable Question findByCaller(Token caller) {
    return byCaller.get(caller);
  }

  /** The one that asks the same. */
  @Nullable Question find(Identity identity) {
    return byIdentity.get(identity);
  }

  /** The one about this conversation, whichever model was asked. */
  @Nullable Question find(@Nullable Token upstream, SessionScope scope, Hash conversation) {
    return byConversation.get(new InScope(upstream, scope, conversation.kept()));
  }

  /** The one with a response of this id. */
  @Nullable Question findByResponse(@Nullable Token upstream, Hash response) {
    return byResponse.get(new AtUpstream(upstream, response));
  }

  void add(Question question, @Nullable Token caller, @Nullable Identity identity) {
    if (caller != null) {
      put(byCaller, caller, question);
    }
    if (identity != null && identity.scope().isKnown()) {
      put(byIdentity, identity, question);
      put(
          byConversation,
          new InScope(identity.upstream(), identity.scope(), identity.conversation()),
          question);
    }
  }

  void addResponse(Question question, Hash response) {
    put(byResponse, new AtUpstream(question.last().run().upstream(), response), question);
  }

  /** Adds what was asked before everything that is in here. */
  void addEarlier(QuestionIndex older) {
    older.byCaller.forEach(byCaller::putIfAbsent);
    older.byIdentity.forEach(byIdentity::putIfAbsent);
    older.byConversation.forEach(byConversation::putIfAbsent);
    older.byResponse.forEach(byResponse::putIfAbsent);
  }

  /** Puts it last, so that it counts as the youngest again. */
  private static <K> void put(Map<K, Question> map, K at, Question question) {
    map.remove(at);
    map.put(at, question);
  }
}
