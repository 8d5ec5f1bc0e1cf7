// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/**
 * Which requests may be of one session by their words: those that name the same one, or those of
 * one client that names none. Equal words alone make no session: two agents may ask the same.
 *
 * @param session the name that the client gives it, or null if it gives none
 * @param client the hash of a client that names none, or null if it names one or is not known
 */
record SessionScope(@Nullable Token session, @Nullable Token client) {

  static SessionScope of(@Nullable Token session, @Nullable Token client) {
    return new SessionScope(session, session == null ? client : null);
  }

  /** Whether it says anything: requests of which nothing is known are not of one session. */
  boolean isKnown() {
    return session != null || client != null;
  }
}
