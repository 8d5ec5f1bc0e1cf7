// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.shape;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.privacy.Token;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a component is taken out of its record. Typed, so that no number is put into a box for it,
 * and made as a lambda is: a gateway calls some sixty of them for every run.
 */
public sealed interface ComponentGetter {

  /** A number, or a narrower one. */
  record Whole(ToLongFunction<Object> of) implements ComponentGetter {}

  /** A number that may be missing. */
  record MaybeWhole(Function<Object, @Nullable Object> of) implements ComponentGetter {

    @Nullable
    public Long in(Object record) {
      return (Long) of.apply(record);
    }
  }

  /** True or false. */
  record Flag(Predicate<Object> of) implements ComponentGetter {}

  /** A token that may be missing. */
  record Name(Function<Object, @Nullable Object> of) implements ComponentGetter {

    @Nullable
    public Token in(Object record) {
      return (Token) of.apply(record);
    }
  }

  /**
   * A constant of a closed enum.
   *
   * @param codes the stable spellings of its constants, by their numbers
   */
  record Word(Function<Object, @Nullable Object> of, List<String> codes)
      implements ComponentGetter {

    /** The constant's number; -1 if there is none. */
    @SuppressWarnings("EnumOrdinal")
    public // what the number means goes wherever it goes
    int in(Object record) {
      Enum<?> constant = (Enum<?>) of.apply(record);
      return constant == null ? -1 : constant.ordinal();
    }
  }

  /** A list of records. */
  record Many(Function<Object, @Nullable Object> of, RecordShape element)
      implements ComponentGetter {

    public List<?> in(Object record) {
      List<?> elements = (List<?>) of.apply(record);
      return elements == null ? List.of() : elements;
    }
  }

  /** That of a component that can hold such values. */
  static ComponentGetter of(RecordComponent component, ValueShape shape) {
    return switch (shape) {
      case ValueShape.Whole whole when component.getType().isPrimitive() ->
          new Whole(Lambdas.number(component));
      case ValueShape.Whole whole -> new MaybeWhole(Lambdas.object(component));
      case ValueShape.Flag flag -> new Flag(Lambdas.flag(component));
      case ValueShape.Name name -> new Name(Lambdas.object(component));
      case ValueShape.Word word -> new Word(Lambdas.object(component), codes(component.getType()));
      case ValueShape.Many many -> new Many(Lambdas.object(component), many.element());
    };
  }

  private static List<String> codes(Class<?> word) {
    List<String> codes = new ArrayList<>();
    for (Object constant : word.getEnumConstants()) {
      codes.add(((Coded) constant).code());
    }
    return List.copyOf(codes);
  }

  /** What {@code Record::component} would be, for a component that is only known when this runs. */
  final class Lambdas {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Lambdas() {}

    @SuppressWarnings("unchecked") // as it was made
    private static ToLongFunction<Object> number(RecordComponent component) {
      return (ToLongFunction<Object>)
          lambda(ToLongFunction.class, "applyAsLong", long.class, component);
    }

    @SuppressWarnings("unchecked") // as it was made
    private static Predicate<Object> flag(RecordComponent component) {
      return (Predicate<Object>) lambda(Predicate.class, "test", boolean.class, component);
    }

    @SuppressWarnings("unchecked") // as it was made
    private static Function<Object, @Nullable Object> object(RecordComponent component) {
      return (Function<Object, @Nullable Object>)
          lambda(Function.class, "apply", Object.class, component);
    }

    private static Object lambda(
        Class<?> type, String method, Class<?> result, RecordComponent component) {
      try {
        MethodHandle accessor = LOOKUP.unreflect(component.getAccessor());
        return LambdaMetafactory.metafactory(
                LOOKUP,
                method,
                MethodType.methodType(type),
                MethodType.methodType(result, Object.class),
                accessor,
                accessor.type())
            .getTarget()
            .invoke();
      } catch (Throwable e) {
        throw new IllegalStateException("events are public records", e);
      }
    }
  }
}
