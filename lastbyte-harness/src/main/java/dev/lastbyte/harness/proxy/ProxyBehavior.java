// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.proxy;

/** What a proxy does about a CONNECT (RFC 9110 §9.3.6). */
public enum ProxyBehavior {
  /** Opens the tunnel. */
  TUNNELS,
  /** Answers 403. */
  FORBIDS,
  /** Responds 407, and asks for credentials that do not exist. */
  WANTS_CREDENTIALS,
  /** Ends the connection without a response. */
  ENDS
}
