// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

/** Whether the client has left, and how. */
public enum SocketClose {
  /** It is still there. */
  NONE,
  /** It sent a close frame. */
  CLOSE_FRAME,
  /** It ended its side of the connection without a word. */
  FIN,
  /** Its connection broke. */
  RST
}
