// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.privacy.Token;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Events of every kind with every value, as a seed has it: what no recorder would tell, too. */
final class RandomEvents {

  private static final List<String> NAMES = List.of("call_1", "call_2", "send_mail");
  private static final long[] NUMBERS = {0, 1, 200, 1009, 2_000_000_000L, 60_030_000_000L};
  private static final int KINDS_OF_NULL = 4;

  private final Random random;
  private final List<Class<?>> kinds;

  /** Of the kinds below that part of the events. */
  RandomEvents(Random random, Class<? extends RunEvent> part) {
    this.random = random;
    this.kinds = records(part).toList();
  }

  /**
   * One that a seed chooses such that it stays the choice of most seeds when there are more to
   * choose from, or in another order.
   */
  static <T> T oneOf(List<T> all, Random random) {
    int salt = random.nextInt();
    return Collections.max(
        all, Comparator.comparingInt(each -> mixed(each.toString().hashCode() ^ salt)));
  }

  private static int mixed(int bits) {
    int once = (bits ^ (bits >>> 16)) * 0x85EBCA6B;
    int twice = (once ^ (once >>> 13)) * 0xC2B2AE35;
    return twice ^ (twice >>> 16);
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomEvents::records);
  }

  /** One of them; most are what their constructors take, and another is drawn where not. */
  RunEvent next(Stamp stamp) {
    for (; ; ) {
      Class<?> kind = oneOf(kinds, random);
      RecordComponent[] parts = kind.getRecordComponents();
      var types = new Class<?>[parts.length];
      var values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        values[i] = types[i] == Stamp.class ? stamp : value(types[i]);
      }
      try {
        return (RunEvent) kind.getDeclaredConstructor(types).newInstance(values);
      } catch (InvocationTargetException refused) {
        continue;
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Object value(Class<?> type) {
    if (type.isEnum()) {
      return oneOf(List.of(type.getEnumConstants()), random);
    }
    if (type == int.class) {
      return random.nextInt(2);
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == long.class || type == Long.class) {
      return NUMBERS[random.nextInt(NUMBERS.length)];
    }
    if (type == List.class) {
      return Stream.generate(this::link).limit(1 + random.nextInt(3)).toList();
    }
    if (type == Token.class && random.nextInt(KINDS_OF_NULL) > 0) {
      return new Token(NAMES.get(random.nextInt(NAMES.size())));
    }
    return null;
  }

  private ErrorLink link() {
    for (; ; ) {
      RecordComponent[] parts = ErrorLink.class.getRecordComponents();
      Object[] values = Arrays.stream(parts).map(part -> value(part.getType())).toArray();
      try {
        return (ErrorLink) ErrorLink.class.getDeclaredConstructors()[0].newInstance(values);
      } catch (InvocationTargetException refused) {
        continue;
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }
}
