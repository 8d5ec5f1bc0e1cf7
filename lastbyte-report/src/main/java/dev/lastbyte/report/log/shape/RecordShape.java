// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.shape;

import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.text.RunLogText;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a record is taken apart and put together again, found out once.
 *
 * @param type the record's name in snake case
 * @param typeMember the member of an event's line that tells it, as it is spelled
 * @param fields its components in their order, without the stamp of an event, which comes first
 * @param names every name that its JSON may have
 */
public record RecordShape(
    String type,
    String typeMember,
    List<Field> fields,
    Set<String> names,
    Constructor<?> constructor) {

  /** The names that an event's line needs for itself; no component may bear one. */
  static final Set<String> TAKEN =
      Set.of("kind", "id", "run", "at_nanos", "attempt", "vantage", "type");

  /**
   * Components whose type does not tell whether they may be missing. Written down, since the marks
   * for null are not there when this runs; a test holds one against the other.
   */
  private static final Set<String> EXCEPTIONS =
      Set.of("Correlated.value", "ConversationSeen.conversation");

  /**
   * One component.
   *
   * @param name its name in JSON
   * @param firstKey how its member of an object begins if it is the first one
   * @param nextKey how it begins after another one
   * @param optional whether the record can be without it
   */
  public record Field(
      String name,
      String firstKey,
      String nextKey,
      ValueShape shape,
      boolean optional,
      ComponentGetter getter) {

    Field(String name, ValueShape shape, boolean optional, ComponentGetter getter) {
      this(name, RunLogText.firstKey(name), RunLogText.nextKey(name), shape, optional, getter);
    }
  }

  public static RecordShape of(Class<?> record) {
    boolean isEvent = Arrays.stream(record.getRecordComponents()).anyMatch(RecordShape::isStamp);
    String type = snake(record.getSimpleName());
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      if (!isStamp(component)) {
        String name = snake(component.getName());
        if (isEvent && TAKEN.contains(name)) {
          throw new IllegalStateException("the line itself needs the name " + name + " of " + type);
        }
        ValueShape shape = ValueShape.of(component.getGenericType());
        fields.add(
            new Field(name, shape, isOptional(component), ComponentGetter.of(component, shape)));
      }
    }
    return new RecordShape(
        type,
        RunLogText.typeMember(type),
        List.copyOf(fields),
        names(fields, isEvent),
        building(record));
  }

  /**
   * The record with these components, or null if it refuses one of them.
   *
   * @param components all of them in their order, the stamp of an event included
   */
  @Nullable
  public Object create(@Nullable Object[] components) {
    try {
      return constructor.newInstance(components);
    } catch (IllegalArgumentException unfit) {
      return null;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof NullPointerException) {
        return null;
      }
      throw new IllegalStateException("the constructor of a record threw", e);
    } catch (IllegalAccessException | InstantiationException e) {
      throw new IllegalStateException("events are public records", e);
    }
  }

  public static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Set<String> names(List<Field> fields, boolean isEvent) {
    Set<String> names = new HashSet<>(isEvent ? TAKEN : Set.of());
    fields.forEach(field -> names.add(field.name()));
    return Set.copyOf(names);
  }

  /** A token and a boxed number may be missing, and nothing else; but for the exceptions. */
  private static boolean isOptional(RecordComponent component) {
    boolean byType = component.getType() == Token.class || component.getType() == Long.class;
    String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    return byType != EXCEPTIONS.contains(name);
  }

  private static boolean isStamp(RecordComponent component) {
    return component.getType() == Stamp.class;
  }

  private static Constructor<?> building(Class<?> record) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return record.getConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("events are public records", e);
    }
  }
}
