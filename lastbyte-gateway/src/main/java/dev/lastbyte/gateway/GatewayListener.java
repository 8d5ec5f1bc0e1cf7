// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunLog;
import java.net.InetSocketAddress;

/**
 * Hears what the gateway has to say. Called on the gateway's own threads, which must not be kept
 * waiting; what it throws is swallowed.
 */
public interface GatewayListener {

  /** Connections are accepted from now on. */
  default void listening(InetSocketAddress address) {}

  /** A run is over and was handed to the store. */
  default void runEnded(RunLog log) {}

  /**
   * The store cannot keep what it was given; traffic goes on. Called once for each new message.
   *
   * @param trouble one line, fit to be shown
   */
  default void storeInTrouble(String trouble) {}

  /**
   * Clients cannot be accepted, most likely since too many files are open; they wait, and it is
   * tried again each second. Called at most every ten minutes.
   *
   * @param trouble one line, fit to be shown
   */
  default void cannotAccept(String trouble) {}

  /**
   * Something is wrong with the gateway itself; a request may have suffered, the others go on.
   *
   * @param trouble one line, fit to be shown and to be reported
   */
  default void ownFault(String trouble) {}

  /** Hears nothing. */
  static GatewayListener none() {
    return new GatewayListener() {};
  }
}
