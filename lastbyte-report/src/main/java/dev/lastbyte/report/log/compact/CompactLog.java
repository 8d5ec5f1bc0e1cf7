// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import static java.util.Objects.requireNonNull;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.shape.ComponentGetter;
import dev.lastbyte.report.log.shape.EventShapes;
import dev.lastbyte.report.log.shape.RecordShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spells a run log in an eighth of the bytes and a quarter of the time that NDJSON takes, for who
 * writes many and reads few. {@link CompactDictionary} reads it, and gives back what {@link
 * RunLogCodec#encode} would have given. Thread-safe.
 *
 * <pre>
 * log      run text, started_at signed, provider text, dropped number, event *
 * event    type number, at_nanos less that of the event before number,
 *          attempt * vantages + vantage number, value *
 * value    number: number
 *          optional number: 0, or 1 and a number
 *          flag: 0 or 1
 *          token: text, empty if there is none
 *          word: number from 1, 0 if there is none
 *          list: number of elements, the values of each
 * number   64 bits, seven to a byte, the lowest first, the top bit set in all bytes but the last
 * signed   number of 2n if n is not negative, else of -2n-1
 * text     number of characters, each a byte of ASCII
 * </pre>
 */
public final class CompactLog {

  /** By class, as {@link CompactDictionary#current()} numbers them. */
  private static final Map<Class<?>, Numbered> TYPES = numbered();

  private static final int VANTAGES = EventShapes.vantages().size();

  private final CompactBuffer out = new CompactBuffer();
  private long atNanos;

  private record Numbered(int number, RecordShape shape) {}

  private CompactLog() {}

  /** The log as {@link CompactDictionary#current()} can read it. */
  public static byte[] encode(RunLog log) {
    var spelling = new CompactLog();
    spelling.header(log);
    List<RunEvent> events = log.events();
    for (int i = 0; i < events.size(); i++) {
      spelling.event(events.get(i));
    }
    return spelling.out.toByteArray();
  }

  private static Map<Class<?>, Numbered> numbered() {
    Map<Class<?>, Numbered> numbered = new HashMap<>();
    for (Class<?> type : EventShapes.types()) {
      numbered.put(type, new Numbered(numbered.size(), EventShapes.of(type)));
    }
    return Map.copyOf(numbered);
  }

  private void header(RunLog log) {
    RunHeader header = log.header();
    out.text(header.run().value());
    out.signed(header.startedAtEpochMillis());
    name(header.provider());
    out.number(log.dropped());
  }

  @SuppressWarnings("EnumOrdinal") // the dictionary says what the number means
  private void event(RunEvent event) {
    Numbered type = requireNonNull(TYPES.get(event.getClass()), "one of the sealed hierarchy");
    Stamp stamp = event.stamp();
    out.number(type.number());
    out.number(stamp.atNanos() - atNanos);
    out.number((long) stamp.attempt() * VANTAGES + stamp.vantage().ordinal());
    atNanos = stamp.atNanos();
    values(event, type.shape());
  }

  private void values(Object record, RecordShape shape) {
    List<RecordShape.Field> fields = shape.fields();
    for (int i = 0; i < fields.size(); i++) {
      value(record, fields.get(i).getter());
    }
  }

  private void value(Object record, ComponentGetter getter) {
    switch (getter) {
      case ComponentGetter.Whole whole -> out.number(whole.of().applyAsLong(record));
      case ComponentGetter.Word word -> out.number(word.in(record) + 1);
      case ComponentGetter.Name name -> name(name.in(record));
      case ComponentGetter.Flag flag -> out.number(flag.of().test(record) ? 1 : 0);
      case ComponentGetter.MaybeWhole whole -> optional(whole.in(record));
      case ComponentGetter.Many many -> list(many.in(record), many.element());
    }
  }

  private void optional(@Nullable Long number) {
    out.number(number == null ? 0 : 1);
    if (number != null) {
      out.number(number);
    }
  }

  private void name(@Nullable Token token) {
    out.text(token == null ? "" : token.value());
  }

  private void list(List<?> elements, RecordShape shape) {
    out.number(elements.size());
    for (Object element : elements) {
      values(element, shape);
    }
  }
}
