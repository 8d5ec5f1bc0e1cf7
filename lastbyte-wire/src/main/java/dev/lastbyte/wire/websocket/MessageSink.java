// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

/** Is told what comes in one direction of a WebSocket. */
public interface MessageSink {

  /** A message began. */
  void began();

  /** The next piece of it, unmasked and inflated; never empty, good during this call only. */
  void piece(byte[] bytes, int from, int to);

  /**
   * The message is whole.
   *
   * @param bytes its size on the wire, frames included
   */
  void ended(long bytes);

  /**
   * A ping or a pong came; also between the fragments of a message.
   *
   * @param bytes its size on the wire
   */
  void heartbeat(long bytes);

  /**
   * A close frame came, after which nothing else does.
   *
   * @param code 1005 if it names none (RFC 6455 §7.1.5)
   */
  void closed(int code);

  /**
   * What comes cannot be followed any more.
   *
   * @param broken whether the bytes break the protocol; else they stand for too much
   */
  void lost(boolean broken);
}
