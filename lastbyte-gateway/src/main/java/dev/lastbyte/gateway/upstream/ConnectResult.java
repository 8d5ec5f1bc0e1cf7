// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

/** What came of connecting to a provider. */
public sealed interface ConnectResult permits ConnectResult.Established, ConnectFailure {

  /** A connection that can carry a request, and is the receiver's to release or close. */
  record Established(UpstreamConnection connection) implements ConnectResult {}
}
