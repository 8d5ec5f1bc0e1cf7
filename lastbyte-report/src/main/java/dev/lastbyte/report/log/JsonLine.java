// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of JSON as plain values: maps, lists, strings, longs, booleans. */
public final class JsonLine {

  /** Stands for null and for a number that is not a whole one or does not fit a long. */
  static final Object UNFIT = new Object();

  /** An event nests three deep; the rest is room for fields of later versions. */
  private static final int MAX_DEPTH = 16;

  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(RunLogLimits.MAX_LINE_BYTES)
                  .build())
          .rootValueSeparator("\n")
          .build();

  private JsonLine() {}

  /** The object on a line, or null if there is anything else. */
  static @Nullable public Map<String, Object> object(byte[] line, int length) {
    try (JsonParser parser = FACTORY.createParser(line, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, Object> object = objectOf(parser);
      return parser.nextToken() == null ? object : null;
    } catch (IOException broken) {
      return null; // the bytes are in memory: only their meaning can fail
    }
  }

  private static Map<String, Object> objectOf(JsonParser parser) throws IOException {
    Map<String, Object> object = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, valueOf(parser));
    }
    return object;
  }

  private static List<Object> arrayOf(JsonParser parser) throws IOException {
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(valueOf(parser));
    }
    return array;
  }

  private static Object valueOf(JsonParser parser) throws IOException {
    // A foreign enum: whatever Jackson may add to it is nothing that we can use.
    return switch (parser.currentToken()) {
      case START_OBJECT -> objectOf(parser);
      case START_ARRAY -> arrayOf(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> wholeOf(parser);
      default -> UNFIT;
    };
  }

  private static Object wholeOf(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> UNFIT;
    };
  }
}
