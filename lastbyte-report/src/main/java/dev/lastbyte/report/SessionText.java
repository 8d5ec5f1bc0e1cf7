// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.session.Sending;
import dev.lastbyte.core.session.Session;
import dev.lastbyte.report.words.Numbers;
import dev.lastbyte.report.words.SessionWords;
import java.util.List;

/** A session as sentences: what its client did that no single run shows. */
public final class SessionText {

  private SessionText() {}

  /** A sentence or two for each pattern; empty if there is nothing to tell. */
  public static List<String> sentences(Session session) {
    return session.patterns().stream().map(SessionWords::sentence).toList();
  }

  /** How long after the one before a run was sent; a dash if that is not known. */
  public static String pause(Sending sending) {
    return sending.pauseNanos() == 0 ? "-" : Numbers.duration(sending.pauseNanos());
  }
}
