// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shape of every event, from the sealed hierarchy itself: a new event needs no line here. */
final class EventShapes {

  private static final Map<Class<?>, RecordShape> BY_CLASS =
      leaves(RunEvent.class).collect(Collectors.toMap(Function.identity(), RecordShape::of));

  // Throws at start if two events share a name, so that no log can be ambiguous.
  private static final Map<String, RecordShape> BY_TYPE =
      BY_CLASS.values().stream().collect(Collectors.toMap(RecordShape::type, Function.identity()));

  private EventShapes() {}

  static RecordShape of(RunEvent event) {
    RecordShape shape = BY_CLASS.get(event.getClass());
    if (shape == null) {
      throw new IllegalStateException("not in the sealed hierarchy: " + event.getClass());
    }
    return shape;
  }

  static @Nullable RecordShape named(@Nullable String type) {
    return type == null ? null : BY_TYPE.get(type);
  }

  static List<Class<?>> types() {
    return new ArrayList<>(BY_CLASS.keySet());
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(EventShapes::leaves);
  }
}
