// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.shape.EventShapes;
import dev.lastbyte.report.log.shape.RecordShape;
import dev.lastbyte.report.log.shape.ValueShape;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an event together from the plain values of its line. */
final class EventReader {

  private static final ValueShape.Whole TIME = new ValueShape.Whole(RunLogLimits.MAX_NUMBER, false);
  private static final ValueShape.Whole ATTEMPT = new ValueShape.Whole(Integer.MAX_VALUE, true);
  private static final Map<String, Vantage> VANTAGES =
      Stream.of(Vantage.values()).collect(Collectors.toMap(Vantage::code, Function.identity()));

  private EventReader() {}

  /** The event, or null if it cannot be used; {@code problems} hears what could not. */
  static @Nullable RunEvent event(Map<String, Object> line, Consumer<ReadProblem.Kind> problems) {
    RecordShape shape =
        "event".equals(line.get("kind")) && line.get("type") instanceof String type
            ? EventShapes.named(type)
            : null;
    if (shape == null) {
      problems.accept(ReadProblem.Kind.UNKNOWN_EVENT);
      return null;
    }
    Stamp stamp = stamp(line);
    Object event = stamp == null ? null : build(shape, List.of(stamp), line, problems);
    if (event == null) {
      problems.accept(ReadProblem.Kind.UNFIT_EVENT);
    } else {
      noteUnknown(line.keySet(), shape.names(), problems);
    }
    return (RunEvent) event;
  }

  /** The event of a line that bears no stamp of its own, or null if it cannot be used. */
  static @Nullable RunEvent read(Map<String, Object> line, Stamp stamp) {
    RecordShape shape = line.get("type") instanceof String type ? EventShapes.named(type) : null;
    return shape == null ? null : (RunEvent) build(shape, List.of(stamp), line, unfit -> {});
  }

  private static @Nullable Stamp stamp(Map<String, Object> line) {
    Vantage vantage = line.get("vantage") instanceof String code ? VANTAGES.get(code) : null;
    if (vantage != null
        && whole(TIME, line.get("at_nanos")) instanceof Long atNanos
        && whole(ATTEMPT, line.get("attempt")) instanceof Integer attempt) {
      return new Stamp(atNanos, attempt, vantage);
    }
    return null;
  }

  /** The record, or null if it cannot be without a value that is not there. */
  private static @Nullable Object build(
      RecordShape shape,
      List<Object> leading,
      Map<String, Object> json,
      Consumer<ReadProblem.Kind> problems) {
    List<@Nullable Object> components = new ArrayList<>(leading);
    for (RecordShape.Field field : shape.fields()) {
      Object value = value(field.shape(), json.get(field.name()), problems);
      if (value == null && !field.optional()) {
        return null;
      }
      components.add(value);
    }
    return shape.create(components.toArray());
  }

  /** The value of a component; null if there is none, or none that may be kept. */
  private static @Nullable Object value(
      ValueShape shape, @Nullable Object raw, Consumer<ReadProblem.Kind> problems) {
    Object value =
        switch (shape) {
          case ValueShape.Whole whole -> whole(whole, raw);
          case ValueShape.Flag flag -> raw instanceof Boolean ? raw : null;
          case ValueShape.Name name -> raw instanceof String text ? Token.orNull(text) : null;
          case ValueShape.Word word -> word(word, raw);
          case ValueShape.Many many -> many(many, raw, problems);
        };
    if (value == null && raw != null) {
      problems.accept(ReadProblem.Kind.UNFIT_VALUE);
    }
    return value;
  }

  private static @Nullable Object whole(ValueShape.Whole shape, @Nullable Object raw) {
    if (!(raw instanceof Long number) || number < 0 || number > shape.most()) {
      return null;
    }
    return shape.narrow() ? (Object) Math.toIntExact(number) : number;
  }

  private static @Nullable Object word(ValueShape.Word shape, @Nullable Object raw) {
    Object known = raw instanceof String code ? shape.byCode().get(code) : null;
    return known == null ? shape.otherwise() : known;
  }

  /** The elements that can be used, or null if it is no list. */
  private static @Nullable List<Object> many(
      ValueShape.Many shape, @Nullable Object raw, Consumer<ReadProblem.Kind> problems) {
    if (!(raw instanceof List<?> elements)) {
      return null;
    }
    List<Object> records = new ArrayList<>();
    for (Object element : elements) {
      Object record = element(shape.element(), element, problems);
      if (record == null) {
        problems.accept(ReadProblem.Kind.UNFIT_VALUE);
      } else {
        records.add(record);
      }
    }
    return records;
  }

  @SuppressWarnings("unchecked") // the maps that Json makes have strings as keys
  private static @Nullable Object element(
      RecordShape shape, Object element, Consumer<ReadProblem.Kind> problems) {
    if (!(element instanceof Map<?, ?>)) {
      return null;
    }
    Map<String, Object> json = (Map<String, Object>) element;
    noteUnknown(json.keySet(), shape.names(), problems);
    return build(shape, List.of(), json, problems);
  }

  private static void noteUnknown(
      Set<String> found, Set<String> known, Consumer<ReadProblem.Kind> problems) {
    for (String field : found) {
      if (!known.contains(field)) {
        problems.accept(ReadProblem.Kind.UNKNOWN_FIELD);
      }
    }
  }
}
