// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import java.util.Set;

/**
 * The words by which a request's conversation is found in its body, and the results of tools in it.
 *
 * @param messages the keys of the body that hold the messages
 * @param resultIds the keys that name, in a result, the call that it belongs to
 * @param callIds the keys of a call's own id
 * @param resultTypes the types of items that are results, where they name their call by its own id
 */
public record ConversationWords(
    Set<String> messages, Set<String> resultIds, Set<String> callIds, Set<String> resultTypes) {

  /** Copies the sets. */
  public ConversationWords {
    messages = Set.copyOf(messages);
    resultIds = Set.copyOf(resultIds);
    callIds = Set.copyOf(callIds);
    resultTypes = Set.copyOf(resultTypes);
  }

  /** A dialect that does not give its calls ids. */
  public static ConversationWords withoutIds(String... messages) {
    return new ConversationWords(Set.of(messages), Set.of(), Set.of(), Set.of());
  }
}
