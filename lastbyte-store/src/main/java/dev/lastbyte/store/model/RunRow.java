// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.model;

import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import org.jspecify.annotations.Nullable;

/**
 * A stored run as a list shows it, without its events.
 *
 * @param startedAtEpochMillis wall clock, milliseconds since 1970-01-01T00:00Z
 * @param provider the name under which the provider was addressed, or null if not known
 * @param dialect the code of the API spoken, or null if no request was seen
 * @param model the model asked for, or null if not seen
 * @param verdict how it was judged when stored, or null if it could not be
 * @param session what the runs of its conversation share; its own id if it is not known to be one
 *     of several
 * @param sending which sending of its question it was, from 1
 */
public record RunRow(
    Token run,
    long startedAtEpochMillis,
    @Nullable Token provider,
    @Nullable Token dialect,
    @Nullable Token model,
    @Nullable StoredVerdict verdict,
    Token session,
    int sending) {

  public static RunRow of(RunLog log) {
    RunHeader header = log.header();
    ConversationPosition place = ConversationPosition.of(log);
    RequestDescribed request = lastRequest(log);
    return new RunRow(
        header.run(),
        header.startedAtEpochMillis(),
        header.provider(),
        request == null ? null : new Token(request.dialect().code()),
        request == null ? null : request.model(),
        StoredVerdict.of(log),
        place.session(),
        place.sending());
  }

  private static @Nullable RequestDescribed lastRequest(RunLog log) {
    RequestDescribed last = null;
    for (RunEvent event : log.events()) {
      last = event instanceof RequestDescribed request ? request : last;
    }
    return last;
  }
}
