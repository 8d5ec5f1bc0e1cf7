// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.shape;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Vantage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shape of every event, from the sealed hierarchy itself: a new event needs no line here. */
public final class EventShapes {

  private static final List<Class<?>> TYPES = leaves(RunEvent.class).toList();

  private static final Map<Class<?>, RecordShape> BY_CLASS =
      TYPES.stream().collect(Collectors.toMap(Function.identity(), RecordShape::of));

  // Throws at start if two events share a name, so that no log can be ambiguous.
  private static final Map<String, RecordShape> BY_TYPE =
      BY_CLASS.values().stream().collect(Collectors.toMap(RecordShape::type, Function.identity()));

  private EventShapes() {}

  public static RecordShape of(RunEvent event) {
    return of(event.getClass());
  }

  public static RecordShape of(Class<?> event) {
    RecordShape shape = BY_CLASS.get(event);
    if (shape == null) {
      throw new IllegalStateException("not in the sealed hierarchy: " + event);
    }
    return shape;
  }

  static @Nullable public RecordShape named(@Nullable String type) {
    return type == null ? null : BY_TYPE.get(type);
  }

  /** In the order of the hierarchy. */
  public static List<Class<?>> types() {
    return TYPES;
  }

  /** The spellings of the vantages, in their order. */
  public static List<String> vantages() {
    return Stream.of(Vantage.values()).map(Vantage::code).toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(EventShapes::leaves);
  }
}
