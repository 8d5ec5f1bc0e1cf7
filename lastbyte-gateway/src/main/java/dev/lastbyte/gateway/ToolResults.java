// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.conversation.Conversation;
import dev.lastbyte.wire.conversation.Conversation.ToolUse;
import dev.lastbyte.wire.conversation.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tool results in a request prove about the answers that made the calls. */
final class ToolResults {

  private ToolResults() {}

  /** Tells every sending of a question which of its calls had a result, and which ran twice. */
  static void tell(Conversation next, Question question) {
    for (ToolUse use : next.toolUses()) {
      tell(use, question.sendings());
    }
  }

  /** An id that several answers gave belongs to the last of them: it is the one gone on from. */
  private static void tell(ToolUse use, List<AskedOnce> sendings) {
    for (AskedOnce sending : sendings.reversed()) {
      Token call = sending.call(use.id());
      if (call != null) {
        if (sending.sawResult(use.id(), use.what())) {
          sending.run().shownBy(at -> new ToolResultSent(at, call));
          AskedOnce earlier = another(sending, use.what(), sendings);
          if (earlier != null) {
            sending.run().shownBy(at -> new ToolRepeated(at, call, earlier.run().id()));
          }
        }
        return;
      }
    }
  }

  private static @Nullable AskedOnce another(
      AskedOnce sending, @Nullable Hash what, List<AskedOnce> sendings) {
    return sendings.stream()
        .filter(other -> other != sending && other.hadResultOf(what))
        .findFirst()
        .orElse(null);
  }
}
