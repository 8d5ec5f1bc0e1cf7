// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

/** Whether the client has left a stream, and how. */
public enum StreamClose {
  /** It is still there. */
  NONE,
  /** It reset the stream, and stayed on the connection. */
  STREAM_RESET,
  /** It ended its side of the connection. */
  CONNECTION_FIN,
  /** Its connection broke. */
  CONNECTION_RST
}
