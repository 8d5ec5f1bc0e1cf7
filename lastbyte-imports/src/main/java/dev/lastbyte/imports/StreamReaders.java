// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.claude.ClaudeLog;
import dev.lastbyte.imports.codex.CodexExec;
import dev.lastbyte.imports.codex.CodexRollout;
import dev.lastbyte.imports.gemini.GeminiSession;
import dev.lastbyte.imports.gemini.GeminiStream;
import dev.lastbyte.imports.otlp.OtlpProtobuf;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Which importer reads which log that is no single JSON document. */
final class StreamReaders {

  private StreamReaders() {}

  static void read(
      ReadableSource source,
      InputStream in,
      long writtenAt,
      LossCounter losses,
      Consumer<RunLog> runs)
      throws IOException {
    switch (source) {
      case CODEX_ROLLOUT -> CodexRollout.read(in, writtenAt, losses, runs);
      case CODEX_EXEC -> CodexExec.read(in, writtenAt, losses, runs);
      case CLAUDE_SESSION -> ClaudeLog.read("claude", in, writtenAt, losses, runs);
      case CLAUDE_STREAM -> ClaudeLog.read("claude-stream", in, writtenAt, losses, runs);
      case GEMINI_SESSION -> GeminiSession.read(in, writtenAt, losses, runs);
      case GEMINI_STREAM -> GeminiStream.read(in, writtenAt, losses, runs);
      case OTLP_PROTOBUF -> OtlpProtobuf.read(in, losses, runs);
      case OPENCODE_EXPORT, OPENCODE_TABLES, GEMINI_REPORT, PAWWORK_EXPORT, HAR, OTLP_JSON ->
          throw new IllegalArgumentException(source + " is one JSON document");
    }
  }
}
