// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

/** A client's connection, as far as the gateway's own end is concerned. */
interface Served {

  /** Ends after what is at hand. */
  void drain();

  /** Ends now. */
  void stop();
}
