// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.opencode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code opencode export SESSION} prints: an object with the session's {@code info} and its
 * {@code messages}, each with an {@code info} before its {@code parts}.
 */
public final class OpenCodeExport {

  private final RunNames names = new RunNames("opencode");
  private final Consumer<RunLog> runs;
  private @Nullable SendingLog before;

  private OpenCodeExport(Consumer<RunLog> runs) {
    this.runs = runs;
  }

  /**
   * Reads the object that the parser stands at.
   *
   * @throws IOException if it is no JSON, or the file fails
   */
  public static void read(JsonParser parser, Consumer<RunLog> runs) throws IOException {
    var export = new OpenCodeExport(runs);
    try {
      export.export(parser);
    } finally {
      export.end();
    }
  }

  private void end() {
    if (before != null) {
      runs.accept(before.log());
    }
  }

  private void export(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals("messages")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          message(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void message(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    OpenCodeMessage message = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && name.equals("info")) {
        message = begin(JsonFields.read(parser, OpenCodeFields.MESSAGE));
      } else if (value == JsonToken.START_ARRAY && name.equals("parts")) {
        parts(parser, message);
      } else {
        parser.skipChildren();
      }
    }
    if (message != null) {
      before = message.end();
    }
  }

  private @Nullable OpenCodeMessage begin(JsonFields info) {
    if (!OpenCodeMessage.isOfAssistant(info)) {
      return null;
    }
    String id = Objects.requireNonNullElse(info.text("id"), "");
    return new OpenCodeMessage(info, id, info.text("sessionID"), names, before, runs);
  }

  private static void parts(JsonParser parser, @Nullable OpenCodeMessage message)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (message != null && parser.currentToken() == JsonToken.START_OBJECT) {
        message.part(JsonFields.read(parser, OpenCodeFields.PART));
      } else {
        parser.skipChildren();
      }
    }
  }
}
