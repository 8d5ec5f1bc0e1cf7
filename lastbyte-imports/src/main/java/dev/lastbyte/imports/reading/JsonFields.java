// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.reading;

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
public final class JsonFields {

  /** The most scalars kept of one object; a trace has about a hundred. */
  public static final int MAX_FIELDS = 1_000;

  /** The most characters kept of one text. */
  public static final int MAX_TEXT = 4_096;

  /** An object without a field. */
  public static final JsonFields NONE = new JsonFields();

  private final Map<String, Object> values = new HashMap<>();

  private JsonFields() {}

  /** Reads all of the object that the parser stands at, and leaves the parser at its end. */
  public static JsonFields read(JsonParser parser) throws IOException {
    return read(parser, null);
  }

  /** Reads the selected fields of the object that the parser stands at, as above. */
  public static JsonFields read(JsonParser parser, @Nullable FieldSelection selection)
      throws IOException {
    var fields = new JsonFields();
    fields.object(parser, "", selection);
    return fields;
  }

  private void object(JsonParser parser, String prefix, @Nullable FieldSelection selection)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member(parser, prefix + name, name, selection);
    }
  }

  private void array(JsonParser parser, String prefix, @Nullable FieldSelection selection)
      throws IOException {
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      member(parser, prefix + index, String.valueOf(index), selection);
    }
  }

  private void member(
      JsonParser parser, String path, String name, @Nullable FieldSelection selection)
      throws IOException {
    FieldSelection below = selection == null ? null : selection.below(name);
    if (values.size() == MAX_FIELDS || (selection != null && below == null)) {
      parser.skipChildren();
      return;
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path + ".", below);
      case START_ARRAY -> array(parser, path + ".", below);
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

  /** Whether nothing was there to read. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether it has as many fields as are kept, so that some may be missing. */
  public boolean isFull() {
    return values.size() == MAX_FIELDS;
  }

  /** Whether there is a scalar of any type. */
  public boolean has(String path) {
    return values.containsKey(path);
  }

  /** A text; null if there is none. */
  public @Nullable String text(String path) {
    return values.get(path) instanceof String text ? text : null;
  }

  /** A text that may be missing: empty if it is. */
  public String textOrEmpty(String path) {
    return values.get(path) instanceof String text ? text : "";
  }

  /** A truth; null if there is none. */
  public @Nullable Boolean bool(String path) {
    return values.get(path) instanceof Boolean truth ? truth : null;
  }

  /** Whether the field is there and true. */
  public boolean isTrue(String path) {
    return Boolean.TRUE.equals(values.get(path));
  }

  /** A whole number; null if there is none, or none that a {@code double} holds exactly. */
  public @Nullable Long number(String path) {
    return values.get(path) instanceof Double number && Math.abs(number) <= 1L << 53
        ? Long.valueOf(Math.round(number))
        : null;
  }

  /** A counter: at least 0, at most a thousand million; 0 if it is missing or makes no sense. */
  public long count(String path) {
    Long number = number(path);
    return number == null ? 0 : Math.clamp(number, 0L, 1_000_000_000L);
  }

  /** A moment as ISO 8601 text or in milliseconds, since 1970; null if there is none. */
  public @Nullable Long moment(String path) {
    String text = text(path);
    return text == null ? number(path) : Moments.epochMillis(text);
  }
}
