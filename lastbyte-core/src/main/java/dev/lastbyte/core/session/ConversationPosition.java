// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands in its conversation.
 *
 * @param session what the runs of the conversation share: the name that its client gave it, else
 *     the id of its first run
 * @param link how it belongs to an earlier run, or null if it belongs to none that is known
 */
public record ConversationPosition(Token session, @Nullable RunLinked link) {

  /** The place that a run's log tells. */
  public static ConversationPosition of(RunLog log) {
    RunLinked link = null;
    Token named = null;
    for (var event : log.events()) {
      if (event instanceof RunLinked linked) {
        link = linked;
      } else if (event instanceof Correlated id && id.correlation() == Correlation.SESSION_ID) {
        named = id.value();
      }
    }
    if (link != null && link.session() != null) {
      named = link.session();
    }
    return new ConversationPosition(named == null ? log.header().run() : named, link);
  }

  /** Which sending of its question this is, from 1. */
  public int sending() {
    return link != null && link.link() == Link.RETRY ? Math.max(2, link.number()) : 1;
  }

  /** The run whose question this sends once more, or null if it is the first to ask it. */
  public @Nullable Token retryOf() {
    return link != null && link.link() == Link.RETRY ? link.earlier() : null;
  }

  /** The run that this goes on from, or null. */
  public @Nullable Token stepAfter() {
    return link != null && link.link() == Link.STEP ? link.earlier() : null;
  }
}
