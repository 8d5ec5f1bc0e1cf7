// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.List;

/**
 * Spells a run log as lines of JSON. By hand, since every run of a gateway is spelled twice: names
 * are spelled once for all, and nothing that an event holds has a character to be escaped.
 */
final class RunLogWriter {

  private final AsciiBuffer out = new AsciiBuffer();

  private RunLogWriter() {}

  static byte[] write(RunLog log) {
    var writer = new RunLogWriter();
    writer.header(log);
    long id = 0;
    for (RunEvent event : log.events()) {
      writer.event(event, ++id);
    }
    return writer.out.toByteArray();
  }

  private void header(RunLog log) {
    RunHeader header = log.header();
    out.text("{\"lastbyte\":").number(RunLogCodec.VERSION);
    out.text(",\"kind\":\"run\",\"run\":").quoted(header.run().value());
    out.text(",\"started_at\":\"");
    MomentText.write(header.startedAtEpochMillis(), out);
    out.text("\"");
    if (header.provider() != null) {
      out.text(",\"provider\":").quoted(header.provider().value());
    }
    out.text(",\"dropped\":").number(log.dropped()).text("}\n");
  }

  private void event(RunEvent event, long id) {
    RecordShape shape = EventShapes.of(event);
    out.text("{\"kind\":\"event\",\"id\":").number(id);
    out.text(",\"at_nanos\":").number(event.atNanos());
    out.text(",\"attempt\":").number(event.attempt());
    out.text(",\"vantage\":").quoted(event.vantage().code());
    out.text(",\"type\":").quoted(shape.type());
    fields(event, shape, false);
    out.text("}\n");
  }

  private void fields(Object record, RecordShape shape, boolean first) {
    boolean begins = first;
    for (RecordShape.Field field : shape.fields()) {
      Object value = field.of(record);
      if (value != null) {
        out.text(begins ? field.firstKey() : field.nextKey());
        value(value, field.shape());
        begins = false;
      }
    }
  }

  private void value(Object value, ValueShape shape) {
    switch (shape) {
      case ValueShape.Whole whole -> out.number(((Number) value).longValue());
      case ValueShape.Flag flag -> out.text(value.toString());
      case ValueShape.Name name -> out.quoted(((Token) value).value());
      case ValueShape.Word word -> out.quoted(((Coded) value).code());
      case ValueShape.Many many -> list((List<?>) value, many.element());
    }
  }

  private void list(List<?> elements, RecordShape shape) {
    String between = "[{";
    for (Object element : elements) {
      out.text(between);
      fields(element, shape, true);
      between = "},{";
    }
    out.text(elements.isEmpty() ? "[]" : "}]");
  }
}
