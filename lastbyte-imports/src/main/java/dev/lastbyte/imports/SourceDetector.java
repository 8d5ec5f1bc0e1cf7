// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.imports.otlp.OtlpProtobuf;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.JsonSettings;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file is by the shape of its beginning. The first line that settles it does; a
 * damaged one settles nothing, and the next is looked at.
 */
final class SourceDetector {

  /** How much of a file is looked at. */
  static final int HEAD_BYTES = 256 * 1024;

  private static final int MAX_LINES = 64;

  /** What every SQLite database begins with; its first page holds the names of its tables. */
  private static final String SQLITE = "SQLite format 3\0";

  private static final FieldSelection LINE =
      FieldSelection.of(
          "type",
          "sessionId",
          "session_id",
          "uuid",
          "parentUuid",
          "projectHash",
          "startTime",
          "thread_id",
          "timestamp",
          "role",
          "subtype",
          "payload.type",
          "payload.id",
          "payload.turn_id");

  private SourceDetector() {}

  /**
   * What a file is that begins so; null if its beginning does not tell.
   *
   * @param length how many bytes of {@code head} are the file's
   */
  static @Nullable SourceKind detect(byte[] head, int length) {
    String text = new String(head, 0, length, StandardCharsets.UTF_8);
    if (text.startsWith(SQLITE)) {
      return database(text);
    }
    boolean object = text.stripLeading().startsWith("{");
    boolean spread = object && isAlone(text.stripLeading());
    SourceKind ofLines = spread ? null : lines(text);
    if (ofLines != null) {
      return ofLines;
    }
    if (object) {
      return document(head, length);
    }
    return OtlpProtobuf.isLikely(head, length)
        ? ReadableSource.OTLP_PROTOBUF
        : ConsoleShapes.of(text);
  }

  /** Whether the first line is an opening brace, as in a document for people's eyes. */
  private static boolean isAlone(String text) {
    return text.lines().findFirst().orElse("").strip().equals("{");
  }

  private static SourceKind database(String text) {
    if (text.contains("thread_turns")) {
      return UnreadSource.CODEX_DATABASE;
    }
    boolean openCode =
        text.contains("session") && text.contains("message") && text.contains("part");
    return openCode ? UnreadSource.OPENCODE_DATABASE : UnreadSource.DATABASE;
  }

  private static @Nullable SourceKind lines(String text) {
    return text.lines()
        .limit(MAX_LINES)
        .filter(line -> !line.isBlank())
        .map(SourceDetector::line)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable SourceKind line(String line) {
    try (JsonParser parser = JsonSettings.FACTORY.createParser(line)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? ofLine(JsonFields.read(parser, LINE))
          : null;
    } catch (IOException e) {
      return null; // Not the JSON of one line.
    }
  }

  private static @Nullable SourceKind ofLine(JsonFields line) {
    String type = line.textOrEmpty("type");
    if (isCodexRollout(type, line)) {
      return ReadableSource.CODEX_ROLLOUT;
    }
    if (type.equals("thread.started") && line.has("thread_id")) {
      return ReadableSource.CODEX_EXEC;
    }
    if (line.has("projectHash") && line.has("sessionId") && line.has("startTime")) {
      return ReadableSource.GEMINI_SESSION;
    }
    if (type.equals("init") && line.has("session_id") && line.has("timestamp")) {
      return ReadableSource.GEMINI_STREAM;
    }
    if (line.has("sessionId") && isClaude(type)) {
      return ReadableSource.CLAUDE_SESSION;
    }
    boolean claudeStream = line.has("session_id") && isClaude(type);
    return claudeStream ? ReadableSource.CLAUDE_STREAM : null;
  }

  private static boolean isCodexRollout(String type, JsonFields line) {
    return switch (type) {
      case "session_meta" -> line.has("payload.id");
      case "event_msg", "response_item" -> line.has("payload.type");
      case "turn_context" -> line.has("payload.turn_id");
      default -> false;
    };
  }

  private static boolean isClaude(String type) {
    return switch (type) {
      case "user",
          "assistant",
          "system",
          "result",
          "attachment",
          "queue-operation",
          "api-request",
          "summary",
          "file-history-snapshot" ->
          true;
      default -> false;
    };
  }

  /** By the names of the members that the beginning shows. */
  private static @Nullable SourceKind document(byte[] head, int length) {
    Set<String> members = new HashSet<>();
    try (JsonParser parser = JsonSettings.FACTORY.createParser(head, 0, length)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        members.add(name);
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          nested(name, parser, members);
        } else {
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      // The beginning of a document ends in its midst.
    } catch (CharConversionException e) {
      return null;
    } catch (IOException e) {
      return null; // Bytes in memory do not fail to be read.
    }
    return ofMembers(members);
  }

  private static void nested(String name, JsonParser parser, Set<String> members)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      members.add(name + "." + parser.currentName());
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static @Nullable SourceKind ofMembers(Set<String> members) {
    if (members.contains("info") && members.contains("messages") && members.contains("info.id")) {
      return ReadableSource.OPENCODE_EXPORT;
    }
    if (members.containsAll(Set.of("session", "message"))) {
      return ReadableSource.OPENCODE_TABLES;
    }
    if (members.contains("error.stack") && members.contains("context")) {
      return ReadableSource.GEMINI_REPORT;
    }
    if (members.contains("log.entries")) {
      return ReadableSource.HAR;
    }
    if (members.contains("resourceSpans")) {
      return ReadableSource.OTLP_JSON;
    }
    boolean codex = members.stream().anyMatch(name -> name.startsWith("thread_history"));
    return codex ? UnreadSource.CODEX_DATABASE : null;
  }
}
