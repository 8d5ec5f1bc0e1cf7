// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.LossCounter;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Traces in OTLP's JSON: one object, or one a line as the collector's file exporter writes them.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP, JSON</a>
 */
public final class OtlpJson {

  /** The arrays on the way to a span. */
  private static final Set<String> WAY = Set.of("resourceSpans", "scopeSpans", "spans");

  private static final FieldSelection SPAN =
      FieldSelection.of(
          "traceId",
          "spanId",
          "startTimeUnixNano",
          "endTimeUnixNano",
          "status.code",
          "status.message",
          "attributes.*.key",
          "attributes.*.value.stringValue",
          "attributes.*.value.intValue",
          "attributes.*.value.arrayValue.values.*.stringValue",
          "events.*.attributes.*.key",
          "events.*.attributes.*.value.stringValue");

  private final SpanRuns runs;

  private OtlpJson(SpanRuns runs) {
    this.runs = runs;
  }

  /**
   * Reads the object that the parser stands at, and those behind it.
   *
   * @throws IOException if one is no JSON, or the file fails
   */
  public static void read(JsonParser parser, LossCounter losses, Consumer<RunLog> runs)
      throws IOException {
    var reader = new OtlpJson(new SpanRuns(losses, runs));
    do {
      reader.object(parser);
    } while (parser.nextToken() == JsonToken.START_OBJECT);
  }

  private void object(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      boolean way = parser.nextToken() == JsonToken.START_ARRAY && WAY.contains(name);
      if (!way) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          parser.skipChildren();
        } else if (name.equals("spans")) {
          runs.span(span(JsonFields.read(parser, SPAN)));
        } else {
          object(parser);
        }
      }
    }
  }

  private static Span span(JsonFields fields) {
    var span = new Span();
    span.ids(fields.text("traceId"), fields.text("spanId"));
    span.began(nanos(fields.textOrEmpty("startTimeUnixNano")));
    span.ended(nanos(fields.textOrEmpty("endTimeUnixNano")));
    boolean error = fields.textOrEmpty("status.code").equals("STATUS_CODE_ERROR");
    span.status(error ? Span.ERROR : (int) fields.count("status.code"));
    span.statusMessage(fields.text("status.message"));
    attributes(fields, "attributes.", span);
    for (int i = 0; fields.has("events." + i + ".attributes.0.key"); i++) {
      attributes(fields, "events." + i + ".attributes.", span);
    }
    return span;
  }

  private static void attributes(JsonFields fields, String path, Span span) {
    for (int i = 0; fields.has(path + i + ".key"); i++) {
      String value = path + i + ".value.";
      span.attribute(fields.text(path + i + ".key"), value(fields, value));
    }
  }

  private static @Nullable String value(JsonFields fields, String path) {
    String text = fields.text(path + "stringValue");
    text = text == null ? fields.text(path + "arrayValue.values.0.stringValue") : text;
    text = text == null ? fields.text(path + "intValue") : text;
    Long number = fields.number(path + "intValue");
    return text == null && number != null ? Long.toString(number) : text;
  }

  /** Sixty-four bits are a text in JSON. */
  private static long nanos(String text) {
    return text.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(text) : 0;
  }
}
