// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

/** Takes what came of connecting to a provider. */
@FunctionalInterface
public interface ConnectCallback {

  /**
   * Called once, on the event loop, and never after a {@link UpstreamConnector#cancel() cancel}.
   */
  void connectFinished(ConnectResult result);
}
