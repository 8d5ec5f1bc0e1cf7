// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/** Spells a run log as lines of JSON. */
final class RunLogWriter {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private RunLogWriter() {}

  static void write(RunLog log, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      header(log, json);
      long id = 0;
      for (RunEvent event : log.events()) {
        event(event, ++id, json);
      }
      json.writeRaw('\n');
    }
  }

  private static void header(RunLog log, JsonGenerator json) throws IOException {
    RunHeader header = log.header();
    json.writeStartObject();
    json.writeNumberField("lastbyte", RunLogCodec.VERSION);
    json.writeStringField("kind", "run");
    json.writeStringField("run", header.run().value());
    json.writeStringField(
        "started_at", MILLIS.format(Instant.ofEpochMilli(header.startedAtEpochMillis())));
    if (header.provider() != null) {
      json.writeStringField("provider", header.provider().value());
    }
    json.writeNumberField("dropped", log.dropped());
    json.writeEndObject();
  }

  private static void event(RunEvent event, long id, JsonGenerator json) throws IOException {
    RecordShape shape = EventShapes.of(event);
    json.writeStartObject();
    json.writeStringField("kind", "event");
    json.writeNumberField("id", id);
    json.writeNumberField("at_nanos", event.atNanos());
    json.writeNumberField("attempt", event.attempt());
    json.writeStringField("vantage", event.vantage().code());
    json.writeStringField("type", shape.type());
    fields(event, shape, json);
    json.writeEndObject();
  }

  private static void fields(Object record, RecordShape shape, JsonGenerator json)
      throws IOException {
    for (RecordShape.Field field : shape.fields()) {
      Object value = field.of(record);
      if (value != null) {
        json.writeFieldName(field.name());
        value(value, field.shape(), json);
      }
    }
  }

  private static void value(Object value, ValueShape shape, JsonGenerator json) throws IOException {
    switch (shape) {
      case ValueShape.Whole whole -> json.writeNumber(((Number) value).longValue());
      case ValueShape.Flag flag -> json.writeBoolean((boolean) value);
      case ValueShape.Name name -> json.writeString(((Token) value).value());
      case ValueShape.Word word -> json.writeString(((Coded) value).code());
      case ValueShape.Many many -> {
        json.writeStartArray();
        for (Object element : (List<?>) value) {
          json.writeStartObject();
          fields(element, many.element(), json);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
    }
  }
}
