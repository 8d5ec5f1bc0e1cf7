// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.Conversation.ToolUse;
import dev.lastbyte.wire.conversation.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tool results in a request prove about the responses that made the calls. */
final class ToolResultMatcher {

  private ToolResultMatcher() {}

  /** Adds to the run of each sending which of its calls had a result, and which ran twice. */
  static void match(Conversation next, Question question) {
    for (ToolUse use : next.toolUses()) {
      match(use, question.sentRequests());
    }
  }

  /** An id that several responses gave belongs to the last of them: it is the one gone on from. */
  private static void match(ToolUse use, List<SentRequest> sentRequests) {
    for (SentRequest sentRequest : sentRequests.reversed()) {
      Token call = sentRequest.call(use.id());
      if (call != null) {
        if (sentRequest.addResult(use.id(), use.what())) {
          sentRequest.run().append(at -> new ToolResultSent(at, call));
          SentRequest earlier = earlierCallOf(sentRequest, use.what(), sentRequests);
          if (earlier != null) {
            sentRequest.run().append(at -> new ToolRepeated(at, call, earlier.run().id()));
          }
        }
        return;
      }
    }
  }

  private static @Nullable SentRequest earlierCallOf(
      SentRequest sentRequest, @Nullable Hash what, List<SentRequest> sentRequests) {
    return sentRequests.stream()
        .filter(other -> other != sentRequest && other.hadResultOf(what))
        .findFirst()
        .orElse(null);
  }
}
