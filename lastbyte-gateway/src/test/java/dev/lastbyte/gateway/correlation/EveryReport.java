// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.LocalEvent.TimerSource;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.privacy.Token;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every event that can be told of a run, with every value of its fields that differs in kind. A
 * reason, a place, an earlier run and who set a timer are shown, and nothing is concluded of them:
 * one value stands for all. An event is made at a time only when it is asked for: most are needed
 * at many.
 */
final class EveryReport {

  private static final List<EveryReport> ALL = types().flatMap(EveryReport::ofType).toList();

  private final Constructor<?> constructor;
  private final List<@Nullable Object> values;

  private EveryReport(Constructor<?> constructor, List<@Nullable Object> values) {
    this.constructor = constructor;
    this.values = values;
  }

  static List<EveryReport> all() {
    return ALL;
  }

  /** The event as it is told at that time. */
  RunEvent at(Stamp stamp) {
    Object[] components = values.toArray();
    components[0] = stamp;
    try {
      return (RunEvent) constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Class<?>> types() {
    Stream<Class<?>> told =
        Stream.of(LocalEvent.class, ToolEvent.class)
            .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
    return Stream.concat(told, Stream.of(RunEnded.class));
  }

  private static Stream<EveryReport> ofType(Class<?> type) {
    RecordComponent[] fields = type.getRecordComponents();
    List<List<@Nullable Object>> values = new ArrayList<>();
    addValues(fields, new ArrayList<>(), values);
    Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return values.stream().map(each -> new EveryReport(constructor, each));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static void addValues(
      RecordComponent[] fields, List<@Nullable Object> begun, List<List<@Nullable Object>> all) {
    if (begun.size() == fields.length) {
      all.add(new ArrayList<>(begun));
      return;
    }
    for (Object value : valuesOf(fields[begun.size()])) {
      begun.add(value);
      addValues(fields, begun, all);
      begun.removeLast();
    }
  }

  private static List<@Nullable Object> valuesOf(RecordComponent field) {
    Class<?> type = field.getType();
    if (type == Stamp.class) {
      return Arrays.asList((Object) null); // it is given when the event is made
    }
    if (type == TimerSource.class) {
      return List.of(TimerSource.CALLER);
    }
    if (type.isEnum()) {
      return Arrays.asList(type.getEnumConstants());
    }
    if (type == Token.class) {
      return field.getName().equals("call")
          ? Arrays.asList(null, new Token("call_1"), new Token("call_9"))
          : List.of(new Token("name"));
    }
    if (type == long.class) {
      return List.of(0L, 30_000_000_000L);
    }
    if (type == boolean.class) {
      return List.of(false, true);
    }
    if (type == List.class) {
      return List.of(List.<ErrorLink>of());
    }
    throw new AssertionError("no values of " + type);
  }
}
