// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;

/** Who ended the exchange first, and how. */
public record Closing(By by, How how) {

  /** Which end of the watched connections acted first. */
  public enum By implements Coded {
    /** The far end of the connection towards the provider. */
    PROVIDER,
    /** The client. */
    CLIENT,
    /** Our own proxy. */
    GATEWAY,
    /** The far end of the client's connection, whichever hop that is; or a proxy on the way. */
    REMOTE,
    /** No side: nothing ended. */
    NOBODY,
    UNKNOWN
  }

  /** What ended it. */
  public enum How implements Coded {
    FIN,
    RST,
    TLS_CLOSE_NOTIFY,
    TLS_TRUNCATED,
    /** The reset of one HTTP/2 stream. */
    RST_STREAM,
    /** The end of a WebSocket. */
    WEBSOCKET_CLOSE,
    /** The dial was answered with a reset. */
    REFUSED,
    /** The message ended by HTTP's own framing; the connection may live on. */
    END_OF_MESSAGE,
    NONE,
    UNKNOWN
  }
}
