// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A client's connection, as far as the gateway's own end is concerned. */
public interface DrainableConnection {

  /**
   * What serves a channel; to be used on the channel's event loop.
   *
   * @return null if it is not served yet, or not any more
   */
  static @Nullable DrainableConnection of(Channel client) {
    ClientHttp1Handler http1 = client.pipeline().get(ClientHttp1Handler.class);
    return http1 == null ? client.pipeline().get(ClientHttp2Connection.class) : http1.connection();
  }

  /** Ends after the exchanges at hand. */
  void drain();

  /** Ends now. */
  void stop();
}
