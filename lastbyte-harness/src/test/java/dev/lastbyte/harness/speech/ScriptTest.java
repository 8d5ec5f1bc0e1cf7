// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.EveryCase;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.JsonText;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
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
      // errors of a WebSocket stand outside every response, and so are not counted
      List<String> events =
          events(each).stream().filter(event -> !event.startsWith("event: error")).toList();
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
      assertThat(each.script()).as("%s", each).isEqualTo(each.script());
    }
  }

  @Test
  void showsKindsAndSizes_andNoContent() {
    Script script = Scenarios.named("text-rst").script(Dialect.OPENAI_CHAT, Framing.CHUNKED);

    assertThat(script.show())
        .isEqualTo(
            """
            write head 200
            write lifecycle event, 307 bytes
            write text event, 285 bytes
            write text event, 295 bytes
            write text event, 274 bytes
            await acknowledged
            rst\
            """);
  }

  private static List<String> events(EveryCase each) {
    var events = new ArrayList<String>();
    for (Step step : each.script().steps()) {
      if (step instanceof Step.Event event) {
        events.add(event.payload().text());
      }
    }
    return events;
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
