// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent;
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

/** Every event that can be told of a run, with every value of its fields that differs in kind. */
final class EveryReport {

  private EveryReport() {}

  static List<RunEvent> at(Stamp stamp) {
    List<RunEvent> all = new ArrayList<>();
    types().forEach(type -> addAll(type, new ArrayList<>(List.of(stamp)), all));
    return all;
  }

  private static Stream<Class<?>> types() {
    Stream<Class<?>> told =
        Stream.of(LocalEvent.class, ToolEvent.class)
            .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
    return Stream.concat(told, Stream.of(RunEnded.class));
  }

  private static void addAll(Class<?> type, List<@Nullable Object> values, List<RunEvent> all) {
    RecordComponent[] fields = type.getRecordComponents();
    if (values.size() == fields.length) {
      all.add(create(type, fields, values));
      return;
    }
    for (Object value : valuesOf(fields[values.size()].getType())) {
      values.add(value);
      addAll(type, values, all);
      values.removeLast();
    }
  }

  private static List<@Nullable Object> valuesOf(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.asList(type.getEnumConstants());
    }
    if (type == Token.class) {
      return Arrays.asList(null, new Token("call_1"), new Token("call_9"));
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

  private static RunEvent create(
      Class<?> type, RecordComponent[] fields, List<@Nullable Object> values) {
    Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return (RunEvent) constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
