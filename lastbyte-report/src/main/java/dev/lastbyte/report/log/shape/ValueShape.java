// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.shape;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component of an event can hold. There is no shape for free text. */
public sealed interface ValueShape {

  /**
   * A number that is never negative.
   *
   * @param most the largest value, at most {@link RunLogLimits#MAX_NUMBER}
   * @param narrow whether it is an {@code int}
   */
  record Whole(long most, boolean narrow) implements ValueShape {}

  /** True or false. */
  record Flag() implements ValueShape {}

  /** A {@link Token}. */
  record Name() implements ValueShape {}

  /**
   * A constant of a closed enum.
   *
   * @param byCode the constants by their stable spelling, in their order
   * @param otherwise the constant that stands for a word we do not know, or null if there is none
   */
  record Word(Map<String, Object> byCode, @Nullable Object otherwise) implements ValueShape {}

  /** A list of records. */
  record Many(RecordShape element) implements ValueShape {}

  /**
   * The shape of a component.
   *
   * @throws IllegalArgumentException if the type has no place in an event
   */
  static ValueShape of(Type type) {
    if (type == long.class || type == Long.class) {
      return new Whole(RunLogLimits.MAX_NUMBER, false);
    }
    if (type == int.class) {
      return new Whole(Integer.MAX_VALUE, true);
    }
    if (type == boolean.class) {
      return new Flag();
    }
    if (type == Token.class) {
      return new Name();
    }
    if (type instanceof Class<?> word && word.isEnum() && Coded.class.isAssignableFrom(word)) {
      return wordOf(word);
    }
    if (type instanceof ParameterizedType list && list.getActualTypeArguments().length == 1) {
      return new Many(RecordShape.of((Class<?>) list.getActualTypeArguments()[0]));
    }
    throw new IllegalArgumentException("an event may not hold a " + type.getTypeName());
  }

  private static Word wordOf(Class<?> type) {
    Map<String, Object> byCode = new LinkedHashMap<>();
    Object otherwise = null;
    for (Object constant : type.getEnumConstants()) {
      Coded coded = (Coded) constant;
      byCode.put(coded.code(), constant);
      if (coded.name().equals("UNKNOWN") || coded.name().equals("OTHER")) {
        otherwise = constant;
      }
    }
    return new Word(byCode, otherwise);
  }
}
