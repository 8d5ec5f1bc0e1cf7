// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

/** The logs that become run logs. */
public enum ReadableSource implements SourceKind {
  /** {@code sessions/…/rollout-*.jsonl} */
  CODEX_ROLLOUT(SourceFamily.CODEX, "a Codex session log"),
  /** What {@code codex exec --json} prints. */
  CODEX_EXEC(SourceFamily.CODEX, "a Codex exec output"),
  /** {@code projects/…/*.jsonl} */
  CLAUDE_SESSION(SourceFamily.CLAUDE, "a Claude Code session log"),
  /** What {@code claude -p --output-format stream-json} prints. */
  CLAUDE_STREAM(SourceFamily.CLAUDE, "a Claude Code stream-json output"),
  /** What {@code opencode export} prints. */
  OPENCODE_EXPORT(SourceFamily.OPENCODE, "an OpenCode session export"),
  /** The tables of {@code opencode.db} as JSON. */
  OPENCODE_TABLES(SourceFamily.OPENCODE, "an OpenCode database dump"),
  /** {@code chats/session-*.jsonl} */
  GEMINI_SESSION(SourceFamily.GEMINI, "a Gemini CLI session log"),
  /** What {@code gemini -o stream-json} prints. */
  GEMINI_STREAM(SourceFamily.GEMINI, "a Gemini CLI stream-json output"),
  /** {@code gemini-client-error-*.json} */
  GEMINI_REPORT(SourceFamily.GEMINI, "a Gemini CLI error report"),
  /** A session export of PawWork. */
  PAWWORK_EXPORT(SourceFamily.PAWWORK, "a PawWork session export"),
  /** An HTTP archive. */
  HAR(SourceFamily.HAR, "an HTTP archive"),
  /** Traces in OTLP's JSON. */
  OTLP_JSON(SourceFamily.OTLP, "an OTLP traces (JSON)"),
  /** Traces in OTLP's protobuf. */
  OTLP_PROTOBUF(SourceFamily.OTLP, "an OTLP traces (protobuf)");

  private final SourceFamily family;
  private final String described;

  ReadableSource(SourceFamily family, String described) {
    this.family = family;
    this.described = described;
  }

  /** Whose log it is. */
  public SourceFamily family() {
    return family;
  }

  /** Whether it is one JSON document. */
  boolean isJsonDocument() {
    return switch (this) {
      case OPENCODE_EXPORT, OPENCODE_TABLES, GEMINI_REPORT, PAWWORK_EXPORT, HAR, OTLP_JSON -> true;
      case CODEX_ROLLOUT,
          CODEX_EXEC,
          CLAUDE_SESSION,
          CLAUDE_STREAM,
          GEMINI_SESSION,
          GEMINI_STREAM,
          OTLP_PROTOBUF ->
          false;
    };
  }

  @Override
  public String described() {
    return described;
  }

  /** Its name, as people know it. */
  public String title() {
    return described.substring(described.indexOf(' ') + 1);
  }
}
