// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.shape.ComponentGetter;
import dev.lastbyte.report.log.shape.EventShapes;
import dev.lastbyte.report.log.shape.RecordShape;
import dev.lastbyte.report.log.text.AsciiBuffer;
import dev.lastbyte.report.log.text.RunLogText;
import java.util.List;

/** Spells a run log as lines of JSON. Used once, by one thread. */
final class RunLogWriter {

  private static final List<String> VANTAGES = EventShapes.vantages();

  private final AsciiBuffer out = new AsciiBuffer();
  private final RunLogText text = new RunLogText(out);

  private RunLogWriter() {}

  static byte[] write(RunLog log) {
    var writer = new RunLogWriter();
    writer.header(log);
    for (RunEvent event : log.events()) {
      writer.event(event);
    }
    return writer.out.toByteArray();
  }

  private void header(RunLog log) {
    RunHeader header = log.header();
    Token provider = header.provider();
    text.header(
        header.run().value(),
        header.startedAtEpochMillis(),
        provider == null ? null : provider.value(),
        log.dropped());
  }

  @SuppressWarnings("EnumOrdinal") // only for this list of all of them
  private void event(RunEvent event) {
    RecordShape shape = EventShapes.of(event);
    Stamp stamp = event.stamp();
    Vantage vantage = stamp.vantage();
    text.beginEvent(
        stamp.atNanos(), stamp.attempt(), VANTAGES.get(vantage.ordinal()), shape.typeMember());
    fields(event, shape, false);
    text.endEvent();
  }

  private void fields(Object record, RecordShape shape, boolean first) {
    boolean begins = first;
    for (RecordShape.Field field : shape.fields()) {
      String key = begins ? field.firstKey() : field.nextKey();
      begins &= !member(key, field.getter(), record);
    }
  }

  /** Whether there is anything to be told. */
  private boolean member(String key, ComponentGetter getter, Object record) {
    return switch (getter) {
      case ComponentGetter.Whole whole -> number(key, whole.of().applyAsLong(record));
      case ComponentGetter.MaybeWhole whole -> {
        Long value = whole.in(record);
        yield value != null && number(key, value);
      }
      case ComponentGetter.Flag flag -> {
        out.text(key).text(flag.of().test(record) ? "true" : "false");
        yield true;
      }
      case ComponentGetter.Name name -> {
        Token value = name.in(record);
        yield value != null && quoted(key, value.value());
      }
      case ComponentGetter.Word word -> {
        int value = word.in(record);
        yield value >= 0 && quoted(key, word.codes().get(value));
      }
      case ComponentGetter.Many many -> list(key, many.in(record), many.element());
    };
  }

  private boolean number(String key, long value) {
    out.text(key).number(value);
    return true;
  }

  private boolean quoted(String key, String value) {
    out.text(key).quoted(value);
    return true;
  }

  private boolean list(String key, List<?> elements, RecordShape shape) {
    out.text(key);
    String between = "[{";
    for (Object element : elements) {
      out.text(between);
      fields(element, shape, true);
      between = "},{";
    }
    out.text(elements.isEmpty() ? "[]" : "}]");
    return true;
  }
}
