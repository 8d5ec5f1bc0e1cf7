// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.JsonText;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each dialect's events have its shape, whatever is told. */
class DialectStreamTest {

  private static List<Step.Event> everything(Dialect dialect) {
    DialectStream dialectStream = ProviderDialects.of(dialect).stream();
    return List.of(
            dialectStream.opening(),
            dialectStream.reasoning(),
            dialectStream.text(),
            dialectStream.toolArgumentsBegin(),
            dialectStream.toolArgumentsEnd(),
            dialectStream.toolProof(),
            dialectStream.end(Finish.STOP),
            dialectStream.failure(ProviderError.SERVER_ERROR))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OLLAMA", "BEDROCK"})
  void everyEventIsWholeLines_withOneLineOfJson(Dialect dialect) {
    for (Step.Event event : everything(dialect)) {
      String text = event.payload().text();
      String data = field(text, "data");
      assertThat(text).endsWith("\n\n");
      assertThat(text.strip().lines()).allMatch(line -> line.matches("(event|data): .+"));
      assertThat(data.equals("[DONE]") || JsonText.isWellFormed(data)).as(data).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_RESPONSES", "ANTHROPIC_MESSAGES"})
  void everyEventHasTheTypeOfItsName(Dialect dialect) {
    for (Step.Event event : everything(dialect)) {
      String text = event.payload().text();
      assertThat(field(text, "data")).startsWith("{\"type\":\"" + field(text, "event") + "\"");
    }
  }

  @Test
  void responsesCountTheirEvents() {
    List<Step.Event> events = everything(Dialect.OPENAI_RESPONSES);
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).payload().text()).contains("\"sequence_number\":" + i + ",");
    }
  }

  @Test
  void anthropicClosesEveryBlockThatItOpens() {
    String all =
        Bytes.joined(
                everything(Dialect.ANTHROPIC_MESSAGES).stream().map(Step.Event::payload).toList())
            .text();

    assertThat(all.split("\"type\":\"content_block_start\"", -1)).hasSize(4);
    assertThat(all.split("\"type\":\"content_block_stop\"", -1)).hasSize(4);
  }

  @Test
  void ollamaSaysOneObjectALine() {
    for (Step.Event event : everything(Dialect.OLLAMA)) {
      String text = event.payload().text();
      assertThat(text).endsWith("\n");
      assertThat(JsonText.isWellFormed(text.strip())).as(text).isTrue();
    }
  }

  @Test
  void framesOfBedrockHoldTogether() {
    for (Step.Event event : everything(Dialect.BEDROCK)) {
      byte[] bytes = event.payload().toArray();
      var frame = ByteBuffer.wrap(bytes);
      assertThat(frame.getInt(0)).isEqualTo(bytes.length);
      assertThat(frame.getInt(8)).isEqualTo(crc(bytes, 8));
      assertThat(frame.getInt(bytes.length - 4)).isEqualTo(crc(bytes, bytes.length - 4));
      int payloadAt = 12 + frame.getInt(4);
      String payload = event.payload().from(payloadAt).before(bytes.length - 4 - payloadAt).text();
      assertThat(JsonText.isWellFormed(payload)).as(payload).isTrue();
    }
  }

  private static int crc(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  @Test
  void bodiesAreJson() {
    for (Dialect dialect : EnumSet.allOf(Dialect.class)) {
      assertThat(JsonText.isWellFormed(ProviderDialects.of(dialect).wholeResponse()))
          .as("%s", dialect)
          .isTrue();
      assertThat(ProviderDialects.of(dialect).wholeResponse()).contains(Canary.ANSWER);
      for (ProviderError providerError : ProviderError.values()) {
        String body = ProviderDialects.of(dialect).errorBody(providerError);
        assertThat(JsonText.isWellFormed(body)).as(body).isTrue();
      }
    }
  }

  @Test
  void theSameScenarioIsTheSameScript() {
    for (AllScenarioCases each : AllScenarioCases.all()) {
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

  private static String field(String event, String name) {
    return event
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
