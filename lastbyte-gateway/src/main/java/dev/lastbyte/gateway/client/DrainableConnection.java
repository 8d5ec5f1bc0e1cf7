// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

/** A client's connection, as far as the gateway's own end is concerned. */
public interface DrainableConnection {

  /** Ends after the exchanges at hand. */
  void drain();

  /** Ends now. */
  void stop();
}
