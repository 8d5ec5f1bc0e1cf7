// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The streams have the shape of their dialect. */
class ScriptTest {

  static List<EveryCase> streams() {
    return EveryCase.all().stream().filter(each -> each.script().eventCount() > 0).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void everyEventIsOneWrite_ofWholeLines(EveryCase each) {
    for (String event : events(each)) {
      assertThat(event).endsWith("\n\n");
      assertThat(event.strip().lines()).allMatch(line -> line.matches("(event|data): .+"));
      assertThat(event.lines().filter(line -> line.startsWith("data: "))).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void everyDataLineIsJson_andHasTheTypeOfItsEvent(EveryCase each) {
    for (String event : events(each)) {
      String data = field(event, "data");
      if (data.equals("[DONE]")) {
        continue;
      }
      assertThat(JsonText.isWellFormed(data)).as(data).isTrue();
      assertThat(event.startsWith("event: ")).isEqualTo(each.dialect() != Dialect.OPENAI_CHAT);
      if (event.startsWith("event: ")) {
        assertThat(data).startsWith("{\"type\":\"" + field(event, "event") + "\"");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void responsesCountTheirEvents(EveryCase each) {
    if (each.dialect() == Dialect.OPENAI_RESPONSES) {
      List<String> events = events(each);
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i)).contains("\"sequence_number\":" + i + ",");
      }
    }
  }

  @Test
  void bodiesAreJson() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(JsonText.isWellFormed(Bodies.answer(dialect))).isTrue();
      assertThat(JsonText.isWellFormed(Bodies.rateLimited(dialect))).isTrue();
      assertThat(JsonText.isWellFormed(Bodies.unavailable(dialect))).isTrue();
      assertThat(Bodies.answer(dialect)).contains(Canary.ANSWER);
    }
  }

  @Test
  void theSameScenarioIsTheSameScript() {
    for (EveryCase each : EveryCase.all()) {
      assertThat(each.script()).as(each.toString()).isEqualTo(each.script());
    }
  }

  @Test
  void showsKindsAndSizes_andNoContent() {
    Script script = Scenarios.named("text-rst").script(Dialect.OPENAI_CHAT, Framing.CHUNKED);

    assertThat(script.show())
        .isEqualTo(
            """
            write head, 149 bytes
            write lifecycle event, 314 bytes
            write text event, 292 bytes
            write text event, 302 bytes
            write text event, 281 bytes
            await acknowledged
            rst\
            """);
  }

  private static List<String> events(EveryCase each) {
    var events = new ArrayList<String>();
    for (Step step : each.script().steps()) {
      if (step instanceof Step.Event event) {
        events.add(unframed(event.text(), each.framing()));
      }
    }
    return events;
  }

  private static String unframed(String text, Framing framing) {
    if (framing == Framing.CLOSE_DELIMITED) {
      return text;
    }
    int lineEnd = text.indexOf("\r\n");
    int size = Integer.parseInt(text.substring(0, lineEnd), 16);
    String payload = text.substring(lineEnd + 2, lineEnd + 2 + size);
    assertThat(text.substring(lineEnd + 2 + size)).isEqualTo("\r\n");
    return payload;
  }

  private static String field(String event, String name) {
    return event
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
