// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;

/** How far an attempt had come when the first terminal evidence appeared, in order of progress. */
public enum Phase implements Coded {
  /** Nothing was seen from where the wire can be seen. */
  UNKNOWN,
  /** Run started, nothing dialled. */
  PREPARE,
  /** Name look-up began, no response. */
  RESOLVE,
  /** Dial began, no connection. */
  CONNECT,
  /** TLS handshake began, not done. */
  TLS,
  /** Request bytes not, or only partly, written. */
  SEND,
  /** Request fully sent, no status line. */
  AWAIT_HEADERS,
  /** Status seen, no body byte. */
  AWAIT_FIRST_BYTE,
  /** Heartbeats or lifecycle events only. */
  AWAIT_CONTENT,
  /** Reasoning content, nothing else. */
  REASONING,
  /** Visible text. */
  TEXT,
  /** Tool arguments partial. */
  TOOL_INPUT,
  /** Tool call complete, not executed as far as is known. */
  TOOL_READY,
  /** Provider-executed tool running or done. */
  SERVER_TOOL,
  /** Local tool started, not ended. */
  TOOL_RUNNING,
  /** Local tool ended, its result not yet sent. */
  TOOL_DONE,
  /** Terminal proof seen, stream still open. */
  FINISHING,
  /** Ended as it should. */
  COMPLETE
}
