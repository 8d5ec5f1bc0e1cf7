// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.local.LocalResponse;
import dev.lastbyte.gateway.transport.CloseKind;

/** The connection of the client that an exchange serves. Used on its event loop only. */
public interface ExchangeClient {

  /** Reads on, or lets the client wait, as {@link Exchange#isWritable()} says. */
  void adjustReading();

  /** Goes on with bytes that were read and not taken yet. */
  void serve();

  /** Responds in the provider's place, and ends the connection. */
  void respond(LocalResponse response);

  /** Ends the connection, such that the client sees that. */
  void end(CloseKind end);

  /** Ends the connection at once. */
  void stop();

  /**
   * Request and response are through.
   *
   * @param keepAlive whether the connection can carry another exchange
   */
  void exchangeFinished(boolean keepAlive);
}
