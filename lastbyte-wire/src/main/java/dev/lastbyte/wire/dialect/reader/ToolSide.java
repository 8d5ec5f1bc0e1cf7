// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

/** Who executes a tool that was offered. */
public enum ToolSide {
  /** The client does. */
  CLIENT,
  /** The provider does, and it only reads. */
  SERVER_READ_ONLY,
  /** The provider does, and it may change something. */
  SERVER
}
