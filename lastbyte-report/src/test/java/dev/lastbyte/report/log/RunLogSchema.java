// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.shape.EventShapes;
import dev.lastbyte.report.log.shape.RecordShape;
import dev.lastbyte.report.log.shape.ValueShape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of one line of a run log, from the shapes that the codec itself uses. */
final class RunLogSchema {

  private static final String TIME =
      "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$";

  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private RunLogSchema() {}

  /** The schema, ending with a line feed. */
  static String text() {
    var out = new StringWriter();
    try (JsonGenerator json = JsonLine.FACTORY.createGenerator(out)) {
      var printer = new DefaultPrettyPrinter();
      printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      json.setPrettyPrinter(printer);
      write(new RunLogSchema().schema(), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out + "\n";
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case Map<?, ?> object -> {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          json.writeFieldName((String) entry.getKey());
          write(entry.getValue(), json);
        }
        json.writeEndObject();
      }
      case List<?> array -> {
        json.writeStartArray();
        for (Object element : array) {
          write(element, json);
        }
        json.writeEndArray();
      }
      case Number number -> json.writeNumber(number.longValue());
      default -> json.writeString((String) value);
    }
  }

  /** The events in the order of their names. */
  static List<Class<?>> events() {
    return EventShapes.types().stream()
        .sorted(Comparator.comparing(type -> RecordShape.of(type).type()))
        .toList();
  }

  private Map<String, Object> schema() {
    define("run", header());
    define("event", event());
    define("line", line());
    events().forEach(type -> define(RecordShape.of(type).type(), event(type)));
    define("token", token());
    return object(
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
        "$id",
        "urn:lastbyte:schema:run-log:v" + RunLogCodec.VERSION,
        "title",
        "A line of a Lastbyte run log, version " + RunLogCodec.VERSION,
        "description",
        "A run log is NDJSON in UTF-8: a line for the run, then a line an event. A line has at"
            + " most %d bytes. Fields that are not known are ignored."
                .formatted(RunLogCodec.MAX_LINE_BYTES),
        "oneOf",
        List.of(reference("run"), reference("event")),
        "$defs",
        definitions);
  }

  private static Map<String, Object> header() {
    return object(
        "description",
        "What is known of a run before its first event.",
        "type",
        "object",
        "required",
        List.of("lastbyte", "kind", "run", "started_at"),
        "properties",
        object(
            "lastbyte",
                object(
                    "type",
                    "integer",
                    "minimum",
                    RunLogCodec.OLDEST_VERSION,
                    "maximum",
                    RunLogCodec.VERSION,
                    "description",
                    "The version of the format."),
            "kind", object("const", "run"),
            "run", describedReference("token", "The run's id."),
            "started_at",
                object(
                    "type", "string",
                    "format", "date-time",
                    "pattern", TIME,
                    "description", "The wall clock when the run began."),
            "provider",
                describedReference("token", "The name under which the provider was addressed."),
            "dropped",
                described(
                    number(RunLogCodec.MAX_NUMBER),
                    "How many events the writer's bounds let go.")));
  }

  private Map<String, Object> event() {
    return object(
        "allOf", List.of(reference("line")),
        "oneOf", events().stream().map(type -> reference(RecordShape.of(type).type())).toList());
  }

  /** What every event has. */
  private Map<String, Object> line() {
    Map<String, String> says = EventSources.of(Stamp.class).parameters();
    return object(
        "type", "object",
        "required", List.of("kind", "at_nanos", "attempt", "vantage", "type"),
        "properties",
            object(
                "kind", object("const", "event"),
                "id",
                    object(
                        "type",
                        "integer",
                        "minimum",
                        1,
                        "description",
                        "The event's number in its run. The same event once more under its number"
                            + " is a duplicate and skipped."),
                "run",
                    describedReference(
                        "token", "The run that it belongs to, if not the one of its header."),
                "at_nanos", described(number(RunLogCodec.MAX_NUMBER), says.get("atNanos")),
                "attempt", described(number(Integer.MAX_VALUE), says.get("attempt")),
                "vantage", word(Vantage.class, null),
                "type", object("type", "string")));
  }

  private Map<String, Object> event(Class<?> type) {
    RecordShape shape = RecordShape.of(type);
    Map<String, Object> properties = object("type", object("const", shape.type()));
    List<String> required = new ArrayList<>(List.of("type"));
    properties.putAll(properties(type, shape, required));
    return object(
        "description",
        EventSources.of(type).text(),
        "required",
        required,
        "properties",
        properties);
  }

  private Map<String, Object> properties(Class<?> type, RecordShape shape, List<String> required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, String> says = PublishedFields.said(type);
    for (RecordShape.Field field : shape.fields()) {
      if (PublishedFields.isRequired(field)) {
        required.add(field.name());
      }
      properties.put(
          field.name(), described(value(field.shape()), says.getOrDefault(field.name(), "")));
    }
    return properties;
  }

  private Map<String, Object> value(ValueShape shape) {
    return switch (shape) {
      case ValueShape.Whole whole -> number(whole.most());
      case ValueShape.Flag flag -> object("type", "boolean");
      case ValueShape.Name name -> reference("token");
      case ValueShape.Word word -> word(PublishedFields.typeOf(word), word.otherwise());
      case ValueShape.Many many -> list(many);
    };
  }

  private Map<String, Object> list(ValueShape.Many many) {
    List<String> required = new ArrayList<>();
    Class<?> type = ErrorLink.class;
    if (!many.element().type().equals(RecordShape.of(type).type())) {
      throw new AssertionError("a list whose bound is not written down here");
    }
    Map<String, Object> properties = properties(type, many.element(), required);
    Map<String, Object> element =
        object(
            "type",
            "object",
            "description",
            EventSources.of(type).text(),
            "required",
            required,
            "properties",
            properties);
    return object("type", "array", "maxItems", ErrorSurfaced.MAX_LEVELS, "items", element);
  }

  private Map<String, Object> word(Class<?> type, Object otherwise) {
    String name = RecordShape.snake(type.getSimpleName());
    List<String> codes = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      codes.add(((Coded) constant).code());
    }
    String says = EventSources.of(type).text();
    Map<String, Object> word = object("description", says, "enum", codes);
    if (otherwise != null) {
      String code = ((Coded) otherwise).code();
      word.put("description", says + " A word not listed, or none, is read as `" + code + "`.");
      word.put("default", code);
    }
    define(name, word);
    return reference(name);
  }

  private static Map<String, Object> token() {
    return object(
        "description",
        "An identifier, a code or a name. One that is shaped like a secret, a path, a URL or an"
            + " e-mail address is not kept.",
        "type",
        "string",
        "minLength",
        1,
        "maxLength",
        Token.MAX_LENGTH,
        "pattern",
        "^[A-Za-z0-9._:/@+-]+$");
  }

  private void define(String name, Map<String, Object> definition) {
    Object other = definitions.putIfAbsent(name, definition);
    if (other != null && !other.equals(definition)) {
      throw new AssertionError("two definitions of " + name);
    }
  }

  private static Map<String, Object> number(long most) {
    return object("type", "integer", "minimum", 0, "maximum", most);
  }

  private static Map<String, Object> reference(String name) {
    return object("$ref", "#/$defs/" + name);
  }

  private static Map<String, Object> describedReference(String name, String says) {
    return described(reference(name), says);
  }

  private static Map<String, Object> described(Map<String, Object> schema, String says) {
    if (!says.isEmpty()) {
      schema.put("description", says);
    }
    return schema;
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
