// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.SecretCollector;
import dev.lastbyte.core.privacy.Token;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every token of every event that others can put something into goes through the filter. */
class SecretFilterTest {

  private static final String KEY = "Qw7" + "Kz2Lm9" + "Xp4Rt";

  /**
   * Made by us: of keyed hashes, or a run's id and a session's name, which are looked at before.
   */
  private static final Set<String> OWN =
      Set.of(
          "ConversationSeen.conversation",
          "ConversationSeen.client",
          "RunLinked.earlier",
          "RunLinked.session",
          "ToolCallReady.arguments",
          "ToolRepeated.earlier",
          "GoAwayReceived.code");

  private static SecretFilter filter() {
    var collector = new SecretCollector();
    collector.addField("authorization", "Bearer " + KEY);
    return new SecretFilter(collector.secrets());
  }

  private static List<Class<?>> eventTypes() {
    return leaves(RunEvent.class).toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SecretFilterTest::leaves)
        : Stream.of(type);
  }

  private static RunEvent event(Class<?> type, Token token) throws ReflectiveOperationException {
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.add(value(component, token));
    }
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return (RunEvent) constructor.newInstance(values.toArray());
  }

  private static @Nullable Object value(RecordComponent component, Token token) {
    Class<?> type = component.getType();
    if (type == Token.class) {
      return OWN.contains(named(component)) ? new Token("ours") : token;
    }
    if (type == Stamp.class) {
      return new Stamp(1, 1, Vantage.AGENT);
    }
    if (type == List.class) {
      return List.of(new ErrorLink(token, token, KnownPhrase.values()[0]));
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type == int.class
        ? (Object) 500
        : type == long.class ? (Object) 1L : type == boolean.class ? (Object) true : null;
  }

  private static String named(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }

  @Test
  void eventsOfEveryType_loseWhatHoldsTheKey() throws ReflectiveOperationException {
    int withTokens = 0;
    for (Class<?> type : eventTypes()) {
      RunEvent made = event(type, new Token("req_" + KEY));
      withTokens += made.toString().contains(KEY) ? 1 : 0;
      assertThat(String.valueOf(filter().filter(made)))
          .as(type.getSimpleName())
          .doesNotContain(KEY);
    }
    assertThat(withTokens).isGreaterThanOrEqualTo(12);
    System.out.println(eventTypes().size() + " types of events, " + withTokens + " with tokens");
  }

  @Test
  void eventsOfEveryType_areOtherwiseAsTheyWere() throws ReflectiveOperationException {
    for (Class<?> type : eventTypes()) {
      RunEvent made = event(type, new Token("req_1"));
      assertThat(filter().filter(made)).isEqualTo(made);
    }
  }
}
