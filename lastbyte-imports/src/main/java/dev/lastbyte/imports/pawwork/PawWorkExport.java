// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.pawwork;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a JSON object that may be a PawWork session export: what it names itself, and the
 * diagnostics that stand at its top and in its messages, in whatever order they come.
 *
 * <p>A message's parts (the conversation itself) are skipped unread.
 */
public final class PawWorkExport {

  private static final String FORMAT = "pawwork-session-export";

  /** The version that is read. */
  public static final long VERSION = 1;

  private final Map<String, JsonFields> traces = new LinkedHashMap<>();
  private final Map<String, JsonFields> observations = new HashMap<>();
  private @Nullable String format;
  private long version;
  private boolean ownRunLog;
  private int topLevelKeys;
  private int skipped;

  private PawWorkExport() {}

  /**
   * Reads the object that the parser stands at; says what it is.
   *
   * @throws IOException if it is no JSON, or the file fails
   */
  public static PawWorkOutcome read(JsonParser parser, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var export = new PawWorkExport();
    export.topLevel(parser);
    if (export.ownRunLog) {
      return new PawWorkOutcome.OwnRunLog();
    }
    if (!FORMAT.equals(export.format)) {
      return new PawWorkOutcome.Foreign(export.topLevelKeys);
    }
    if (export.version != VERSION) {
      return new PawWorkOutcome.OtherVersion(export.version);
    }
    export.runs().forEach(runs);
    for (int i = 0; i < export.skipped; i++) {
      losses.overBound();
    }
    return new PawWorkOutcome.Read();
  }

  private void topLevel(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      topLevelKeys++;
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "format" -> format = parser.getValueAsString();
        case "schema_version" -> version = parser.getValueAsLong();
        case "lastbyte" -> ownRunLog = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        case "diagnostics" -> diagnostics(parser);
        default -> findDiagnostics(parser, false);
      }
      // Lastbyte's own log goes on with other lines, which are not ours to read.
      if (ownRunLog) {
        return;
      }
    }
  }

  /** Looks for the diagnostics of messages, which stand under {@code info}. */
  private void findDiagnostics(JsonParser parser, boolean isInfo) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        findDiagnostics(parser, false);
      }
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        member(parser, name, isInfo);
      }
    }
  }

  private void member(JsonParser parser, String name, boolean ofInfo) throws IOException {
    if (ofInfo && name.equals("diagnostics")) {
      diagnostics(parser);
    } else if (name.equals("parts")) {
      parser.skipChildren();
    } else {
      findDiagnostics(parser, name.equals("info"));
    }
  }

  private void diagnostics(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "llm_traces" -> each(parser, this::keepTrace);
        case "run_observability" -> each(parser, fields -> keep(fields, observations));
        default -> parser.skipChildren();
      }
    }
  }

  private static void each(JsonParser parser, Consumer<JsonFields> keeper) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        keeper.accept(JsonFields.read(parser));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void keepTrace(JsonFields fields) {
    if (!keep(fields, traces)) {
      skipped++;
    }
  }

  /** The same trace stands at the top and in its message: the first one is kept. */
  private static boolean keep(JsonFields fields, Map<String, JsonFields> into) {
    String id = Objects.requireNonNullElse(fields.text("trace_id"), "nameless-" + into.size());
    if (into.size() < LossCounter.MAX_RUNS) {
      into.putIfAbsent(id, fields);
    }
    return into.containsKey(id);
  }

  private List<RunLog> runs() {
    int[] number = {0};
    return traces.entrySet().stream()
        .map(trace ->
            PawWorkRun.of(
                trace.getValue(),
                observations.getOrDefault(trace.getKey(), JsonFields.NONE),
                ++number[0]))
        .toList();
  }
}
