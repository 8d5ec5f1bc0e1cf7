// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import com.fasterxml.jackson.core.JsonParser;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.gemini.GeminiReport;
import dev.lastbyte.imports.har.HarArchive;
import dev.lastbyte.imports.opencode.OpenCodeExport;
import dev.lastbyte.imports.opencode.OpenCodeTables;
import dev.lastbyte.imports.otlp.OtlpJson;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.IOException;
import java.util.function.Consumer;

/** Which importer reads which JSON document. */
final class DocumentReaders {

  private DocumentReaders() {}

  static void read(
      ReadableSource source,
      JsonParser parser,
      long writtenAt,
      LossCounter losses,
      Consumer<RunLog> runs)
      throws IOException {
    switch (source) {
      case OTLP_JSON -> OtlpJson.read(parser, losses, runs);
      case HAR -> HarArchive.read(parser, losses, runs);
      case OPENCODE_EXPORT -> OpenCodeExport.read(parser, runs);
      case OPENCODE_TABLES -> OpenCodeTables.read(parser, losses, runs);
      case GEMINI_REPORT -> GeminiReport.read(parser, writtenAt, runs);
      case CODEX_ROLLOUT,
          CODEX_EXEC,
          CLAUDE_SESSION,
          CLAUDE_STREAM,
          GEMINI_SESSION,
          GEMINI_STREAM,
          PAWWORK_EXPORT,
          OTLP_PROTOBUF ->
          throw new IllegalArgumentException(source + " is no JSON document of its own");
    }
  }
}
