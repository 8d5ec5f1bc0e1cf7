// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import io.netty.buffer.ByteBuf;

/** Hears what happens on the provider's side. Called on its event loop. */
interface ProviderListener {

  /** The run whose request the provider is asked. */
  RecordedRun run();

  /** Takes over bytes from the provider. */
  void fromProvider(ByteBuf bytes);

  /** The provider takes more again, or has to be waited for. */
  void providerWritabilityChanged();

  /** The provider showed that it lives, and nothing more. */
  void heartbeat();

  /** The provider's side ended. Told once, and nothing after it. */
  void providerEnded(SideEnd end);

  /** A fault of our own showed: what is served here ends, and the rest goes on. */
  void failed(Throwable fault);
}
