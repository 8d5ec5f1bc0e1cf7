// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** Follows the body of one message to its end, in slices of any size (RFC 9112 §6). */
public sealed interface BodyFraming permits ChunkedBody, SizedBody, CloseDelimitedBody {

  /** Takes what belongs to the body; returns the index after its last byte. */
  int feed(byte[] bytes, int from, int to, PayloadSink sink);

  /** Whether the framing said that the body ended. */
  boolean isWhole();

  /** Whether the framing is malformed, so that the end can no longer be found. */
  boolean isBroken();
}
