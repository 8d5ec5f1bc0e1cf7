// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

/**
 * The head of one frame (RFC 6455 §5.2).
 *
 * @param last whether it ends its message
 * @param compressed the first reserved bit, which RFC 7692 uses
 * @param reserved whether one of the other two is set
 * @param opcode 0 to 15
 * @param length the payload's size
 * @param wireBytes the whole frame's size, head included
 */
record Frame(
    boolean last, boolean compressed, boolean reserved, int opcode, long length, long wireBytes) {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  boolean isControl() {
    return opcode >= CLOSE;
  }

  boolean isKnown() {
    return opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG);
  }
}
