// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

/** The files of known programs that hold nothing to diagnose, or nothing that is read. */
public enum UnreadSource implements SourceKind {
  CODEX_DATABASE(
      "a Codex database",
      "it holds the state of each turn, which the session log beside it tells in full: read"
          + " sessions/…/rollout-*.jsonl"),
  CODEX_CONSOLE(
      "console output of Codex",
      "it holds no request: read sessions/…/rollout-*.jsonl, or what codex exec --json prints"),
  OPENCODE_DATABASE(
      "the database of OpenCode", "it is not read: read what opencode export SESSION prints"),
  OPENCODE_LOG(
      "the program log of OpenCode",
      "it names requests and not how they ended: read what opencode export SESSION prints"),
  OPENCODE_CONSOLE(
      "console output of OpenCode",
      "it holds no request: read what opencode export SESSION prints"),
  GEMINI_CONSOLE(
      "console output of Gemini CLI",
      "it holds no request: read chats/session-*.jsonl, or what gemini -o stream-json prints"),
  DATABASE("an SQLite database", "it is none of a client that is read");

  private final String described;
  private final String advice;

  UnreadSource(String described, String advice) {
    this.described = described;
    this.advice = advice;
  }

  @Override
  public String described() {
    return described;
  }

  /** Why it is not read, and what to read in its place. */
  public String advice() {
    return advice;
  }
}
