// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.CloseKind;
import io.netty.buffer.ByteBuf;

/** Hears what happens on the provider's side. Called on its event loop. */
public interface UpstreamListener {

  /** The run whose request the provider serves. */
  RecordedRun run();

  /** Takes over bytes from the provider. */
  void fromProvider(ByteBuf bytes);

  /** The provider takes more again, or has to be waited for. */
  void providerWritabilityChanged();

  /** The provider showed that it lives, and nothing more. */
  void heartbeat();

  /** The provider's side ended. Called once, and nothing after it. */
  void providerClosed(CloseKind end);

  /** A fault of the gateway itself showed: what is served here ends, and the rest goes on. */
  void internalError(Throwable fault);
}
