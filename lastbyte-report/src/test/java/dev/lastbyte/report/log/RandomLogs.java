// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random run logs that hold every event there is, found without the codec's own shapes. */
public final class RandomLogs {

  private final Random random;
  private final int percentMissing;

  public RandomLogs(long seed) {
    this(seed, 33);
  }

  /** So many of a hundred values that may be missing are, and so many lists are empty. */
  public RandomLogs(long seed, int percentMissing) {
    this.random = new Random(seed);
    this.percentMissing = percentMissing;
  }

  /** A log with each event of the sealed hierarchy once, in random order. */
  public RunLog next() {
    List<RunEvent> events = new ArrayList<>();
    leaves(RunEvent.class).forEach(type -> events.add((RunEvent) record(type)));
    Collections.shuffle(events, random);
    long startedAt = random.nextLong(4_102_444_800_000L);
    Token provider = random.nextBoolean() ? token() : null;
    return new RunLog(new RunHeader(token(), startedAt, provider), events, number());
  }

  static Stream<Class<?>> leaves(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(RandomLogs::leaves);
  }

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] components)
      throws NoSuchMethodException {
    return type.getConstructor(
        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return canonical(type, components)
          .newInstance(Stream.of(components).map(this::component).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private @Nullable Object component(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return nullable && isMissing() ? null : value(component.getGenericType());
  }

  private boolean isMissing() {
    return random.nextInt(100) < percentMissing;
  }

  private Object value(Type type) {
    if (type == Stamp.class) {
      return new Stamp(number(), random.nextInt(4), (Vantage) value(Vantage.class));
    } else if (type == long.class || type == Long.class) {
      return number();
    } else if (type == int.class) {
      return random.nextInt(Integer.MAX_VALUE);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == Token.class) {
      return token();
    } else if (type instanceof ParameterizedType list) {
      Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
      return Stream.generate(() -> record(element))
          .limit(isMissing() ? 0 : 1 + random.nextInt(5))
          .toList();
    }
    Object[] constants = ((Class<?>) type).getEnumConstants();
    return constants[random.nextInt(constants.length)];
  }

  private long number() {
    return random.nextLong() >>> (2 + random.nextInt(61));
  }

  /** Fit for every field: an identifier of Cloudflare is of hexadecimal digits. */
  private Token token() {
    return new Token(Long.toHexString(random.nextLong()));
  }
}
