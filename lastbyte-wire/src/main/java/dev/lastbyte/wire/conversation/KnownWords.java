// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import dev.lastbyte.wire.dialect.Dialects;
import dev.lastbyte.wire.dialect.reader.ConversationWords;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The few words that mean something to us, as hashes: so are all others that they are met with. */
final class KnownWords {

  /** Where the supported APIs keep the messages. */
  private final Set<Hash> conversations;

  /**
   * Tells a provider where its cache is to stop. Clients move it along with each request, so that
   * one and the same message carries it once and the next time does not.
   */
  private final Hash cacheControl;

  private final Set<Hash> resultIds;
  private final Set<Hash> callIds;
  private final Set<Hash> resultTypes;
  private final Hash callId;
  private final Hash type;
  private final Hash content;
  private final Hash text;

  /** What says of a block that it is text. */
  private final Hash typeIsText;

  private final Hash previousResponse;

  private KnownWords(ContentHashes hashes) {
    conversations = all(hashes, ConversationWords::messages);
    resultIds = all(hashes, ConversationWords::resultIds);
    callIds = all(hashes, ConversationWords::callIds);
    resultTypes = all(hashes, ConversationWords::resultTypes);
    cacheControl = hashes.ofText("cache_control");
    callId = hashes.ofText("call_id");
    type = hashes.ofText("type");
    content = hashes.ofText("content");
    text = hashes.ofText("text");
    typeIsText = hashes.ofMember(type, text);
    previousResponse = hashes.ofText("previous_response_id");
  }

  static KnownWords hashedWith(HashKey key) {
    return new KnownWords(new ContentHashes(key));
  }

  private static Set<Hash> all(
      ContentHashes hashes, Function<ConversationWords, Set<String>> words) {
    return Dialects.conversationWords().stream()
        .flatMap(dialect -> words.apply(dialect).stream())
        .map(hashes::ofText)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isConversation(Hash key) {
    return conversations.contains(key);
  }

  boolean isPreviousResponse(Hash key) {
    return previousResponse.equals(key);
  }

  boolean isIgnored(Hash key) {
    return cacheControl.equals(key);
  }

  boolean isContent(Hash key) {
    return content.equals(key);
  }

  boolean isType(Hash key) {
    return type.equals(key);
  }

  boolean isResultId(Hash key) {
    return resultIds.contains(key);
  }

  boolean isCallId(Hash key) {
    return callIds.contains(key);
  }

  /** Whether it is the id that results name, where an item has two. */
  boolean isStrongCallId(Hash key) {
    return callId.equals(key);
  }

  boolean isResultType(Hash value) {
    return resultTypes.contains(value);
  }

  /** The same text as the list of one block, which is how clients spell it at other times. */
  Hash asBlocks(Hash plainText, ContentHashes hashes) {
    Hash members = typeIsText.plus(hashes.ofMember(text, plainText));
    return hashes.ofItem(Hash.NONE, hashes.ofObject(members));
  }
}
