// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.gateway.recording.RunObserver;

/** Calls the listener that a program gave: a fault of the listener is not the traffic's. */
final class ListenerNotifier implements RunObserver {

  private final GatewayListener listener;

  ListenerNotifier(GatewayListener listener) {
    this.listener = listener;
  }

  @Override
  public void runEnded(RunLog log) {
    swallowingFaults(() -> listener.runEnded(log));
  }

  @Override
  public void shadowDrained(Token run) {
    swallowingFaults(() -> listener.shadowDrained(run));
  }

  @Override
  public void storeUnhealthy(String line) {
    swallowingFaults(() -> listener.storeUnhealthy(line));
  }

  @Override
  public void warning(String line) {
    swallowingFaults(() -> listener.warning(line));
  }

  private static void swallowingFaults(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException listenerFault) {
      // The documented contract: what a listener throws is swallowed.
    }
  }
}
