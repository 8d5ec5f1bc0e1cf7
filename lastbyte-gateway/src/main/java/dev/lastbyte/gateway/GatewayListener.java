// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
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
   * What would have become of a response whose client had gone is known, and was handed to the
   * store behind its run.
   *
   * @param run the run's id
   */
  default void shadowDrained(Token run) {}

  /**
   * The store cannot keep what it was given; traffic goes on. Called once for each new line.
   *
   * @param line fit to be shown
   */
  default void storeUnhealthy(String line) {}

  /**
   * Something else is wrong, and the gateway goes on: clients cannot be accepted and have to wait,
   * most likely since too many files are open, which is told at most every ten minutes; or a fault
   * of its own showed, of which a request may have suffered.
   *
   * @param line fit to be shown
   */
  default void warning(String line) {}

  /** Hears nothing. */
  static GatewayListener none() {
    return new GatewayListener() {};
  }
}
