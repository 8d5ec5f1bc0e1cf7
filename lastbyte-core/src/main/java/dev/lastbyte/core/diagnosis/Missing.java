// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import dev.lastbyte.core.event.Coded;

/** What was not seen and would make a diagnosis surer. */
public enum Missing implements Coded {
  /** Whether it was a FIN or a reset. */
  CLOSE_MARK,
  /** Which hop between client and model closed. */
  CLOSING_HOP,
  /** Whether a tool was executed, and what it did. */
  TOOL_EXECUTION,
  /** Who asked for the abort, or why the client left. */
  ABORT_PROVENANCE,
  /** What content arrived. */
  CONTENT,
  /** What was asked. */
  REQUEST,
  /** How the exchange ended. */
  ENDING,
  /** Whether it failed at all. */
  OUTCOME,
  /** What the provider's own tools did. */
  PROVIDER_TOOLS,
  /** Whether two reports are about one call. */
  CALL_IDENTITY,
  /** Whether the connection had ended before the request was written on it. */
  SOCKET_BEFORE_REUSE,
  /** The provider's own reason. */
  PROVIDER_REASON,
  /** What the provider means by the reason that it gave. */
  CODE_MEANING,
  /** How the recording process died. */
  PROCESS_DEATH
}
