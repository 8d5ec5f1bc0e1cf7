// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries of a conversation, as hashes: its messages without the settings around
 * them. It is the same however the JSON is spelled, wherever a cache is told to stop, and whether
 * or not a stream is asked for.
 *
 * @param whole all its messages, and the response at the provider that they go on from
 * @param before what it was before its last messages, the longest first; at most {@value
 *     #MAX_BEFORE}
 * @param messages how many it has
 * @param previousResponse the id of the response kept at the provider that it goes on from, or null
 * @param toolUses the tool calls in it, at most the last {@value #MAX_TOOL_USES}
 */
public record Conversation(
    Hash whole,
    List<Hash> before,
    int messages,
    @Nullable Hash previousResponse,
    List<ToolUse> toolUses) {

  /** The most earlier states of a conversation that are kept. */
  public static final int MAX_BEFORE = 64;

  /** The most tool calls that are kept. */
  public static final int MAX_TOOL_USES = 64;

  /**
   * A tool call whose result the request carries.
   *
   * @param id of the call
   * @param what the call apart from its id, its tool and arguments; or null if it is not in here
   */
  public record ToolUse(Hash id, @Nullable Hash what) {}
}
