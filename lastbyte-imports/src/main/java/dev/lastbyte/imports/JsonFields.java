// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scalars of one JSON object, by the path that leads to them: {@code stream.error.code}, {@code
 * attempts.0.started_at}. A value of another type than the one asked for counts as not there.
 */
final class JsonFields {

  /** The most scalars kept of one object; a trace has about a hundred. */
  static final int MAX_FIELDS = 1_000;

  /** The most characters kept of one text. */
  static final int MAX_TEXT = 4_096;

  static final JsonFields NONE = new JsonFields();

  private final Map<String, Object> values = new HashMap<>();

  private JsonFields() {}

  /** Reads the object that the parser stands at, and leaves the parser at its end. */
  static JsonFields read(JsonParser parser) throws IOException {
    var fields = new JsonFields();
    fields.object(parser, "");
    return fields;
  }

  private void object(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + parser.currentName();
      parser.nextToken();
      value(parser, path);
    }
  }

  private void array(JsonParser parser, String prefix) throws IOException {
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      value(parser, prefix + index);
    }
  }

  private void value(JsonParser parser, String path) throws IOException {
    if (values.size() == MAX_FIELDS) {
      parser.skipChildren();
      return;
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path + ".");
      case START_ARRAY -> array(parser, path + ".");
      case VALUE_STRING -> values.put(path, bounded(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.put(path, parser.getDoubleValue());
      case VALUE_TRUE -> values.put(path, true);
      case VALUE_FALSE -> values.put(path, false);
      default -> {
        // null and the tokens that no well-formed value begins with: not there
      }
    }
  }

  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), MAX_TEXT));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  @Nullable String text(String path) {
    return values.get(path) instanceof String text ? text : null;
  }

  /** A text that may be missing: empty if it is. */
  String textOrEmpty(String path) {
    return values.get(path) instanceof String text ? text : "";
  }

  @Nullable Boolean bool(String path) {
    return values.get(path) instanceof Boolean truth ? truth : null;
  }

  /** Whether the field is there and true. */
  boolean isTrue(String path) {
    return Boolean.TRUE.equals(values.get(path));
  }

  /** A whole number; null if there is none, or none that a {@code double} holds exactly. */
  @Nullable Long number(String path) {
    return values.get(path) instanceof Double number && Math.abs(number) <= 1L << 53
        ? Long.valueOf(Math.round(number))
        : null;
  }

  /** A counter: at least 0, at most a thousand million; 0 if it is missing or makes no sense. */
  long count(String path) {
    Long number = number(path);
    return number == null ? 0 : Math.clamp(number, 0L, 1_000_000_000L);
  }
}
