// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.opencode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.LossCounter;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tables of {@code opencode.db} as one JSON object, each an array of its rows, as tools for
 * SQLite print them. Holds the facts of at most {@value LossCounter#MAX_RUNS} messages.
 */
public final class OpenCodeTables {

  private static final int MAX_PARTS = 256;

  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final LossCounter losses;

  private record Message(JsonFields info, @Nullable String session, List<JsonFields> parts) {}

  private OpenCodeTables(LossCounter losses) {
    this.losses = losses;
  }

  /**
   * Reads the object that the parser stands at.
   *
   * @throws IOException if it is no JSON, or the file fails
   */
  public static void read(JsonParser parser, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var tables = new OpenCodeTables(losses);
    try {
      tables.tables(parser);
    } finally {
      tables.hand(runs);
    }
  }

  private void tables(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String table = parser.currentName();
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          row(table, Row.read(parser));
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void row(String table, Row row) {
    switch (table) {
      case "message" -> message(row);
      case "part" -> part(row);
      default -> {
        // Sessions and settings.
      }
    }
  }

  private void message(Row row) {
    JsonFields info = OpenCodeFields.of(row.data, OpenCodeFields.MESSAGE);
    if (info == null) {
      losses.brokenLine(0);
    } else if (OpenCodeMessage.isOfAssistant(info)) {
      if (messages.size() < LossCounter.MAX_RUNS) {
        messages.put(row.id, new Message(info, row.session, new ArrayList<>()));
      } else {
        losses.overBound();
      }
    }
  }

  private void part(Row row) {
    Message message = messages.get(row.message);
    if (message == null || message.parts.size() == MAX_PARTS) {
      return;
    }
    JsonFields part = OpenCodeFields.of(row.data, OpenCodeFields.PART);
    if (part == null) {
      losses.brokenLine(0);
    } else {
      message.parts.add(part);
    }
  }

  private void hand(Consumer<RunLog> runs) {
    var names = new RunNames("opencode");
    SendingLog before = null;
    for (Map.Entry<String, Message> entry : messages.entrySet()) {
      Message row = entry.getValue();
      var message = new OpenCodeMessage(row.info, entry.getKey(), row.session, names, before, runs);
      row.parts.forEach(message::part);
      before = message.end();
    }
    if (before != null) {
      runs.accept(before.log());
    }
  }

  /** The columns of a row that are read. */
  private record Row(String id, String session, String message, String data) {
    static Row read(JsonParser parser) throws IOException {
      String id = "";
      String session = "";
      String message = "";
      String data = "";
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String column = parser.currentName();
        boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
        switch (text ? column : "") {
          case "id" -> id = parser.getText();
          case "session_id" -> session = parser.getText();
          case "message_id" -> message = parser.getText();
          case "data" -> data = parser.getText();
          default -> parser.skipChildren();
        }
      }
      return new Row(id, session, message, data);
    }
  }
}
