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
   * A conversation as one model is asked it: agents ask several at once about the same words.
   *
   * @param conversation as far as it is kept, so that it equals what a stored run tells
   */
  record Identity(Hash conversation, @Nullable Token model, boolean tools) {}

  private final Map<Token, Question> byCaller = new BoundedMap<>(MAX);
  private final Map<Identity, Question> byIdentity = new BoundedMap<>(MAX);
  private final Map<Hash, Question> byConversation = new BoundedMap<>(MAX);
  private final Map<Hash, Question> byResponse = new BoundedMap<>(MAX);

  /** The one that its caller calls so. */
  @Nullable Question findByCaller(Token caller) {
    return byCaller.get(caller);
  }

  /** The one that asks the same. */
  @Nullable Question find(Identity identity) {
    return byIdentity.get(identity);
  }

  /** The one about this conversation, whichever model was asked. */
  @Nullable Question find(Hash conversation) {
    return byConversation.get(conversation.kept());
  }

  /** The one with a response of this id. */
  @Nullable Question findByResponse(Hash response) {
    return byResponse.get(response);
  }

  void add(Question question, @Nullable Token caller, @Nullable Identity identity) {
    if (caller != null) {
      put(byCaller, caller, question);
    }
    if (identity != null) {
      put(byIdentity, identity, question);
      put(byConversation, identity.conversation(), question);
    }
  }

  void addResponse(Question question, Hash response) {
    put(byResponse, response, question);
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
