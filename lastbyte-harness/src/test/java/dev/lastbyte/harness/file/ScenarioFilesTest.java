// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios of one's own: what they tell, and what is said of those that tell something wrong. */
class ScenarioFilesTest {
  private static final String TEXT_FIN =
      """
      name: mine
      steps:
        - head: 200
        - opening
        - text
      end: fin
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theSameWords_tellWhatTheCatalogueTells(Dialect dialect) {
    Scenario mine = only(TEXT_FIN);
    Scenario catalogues = Scenarios.named("text-fin");

    for (Framing framing : catalogues.framings()) {
      assertThat(mine.script(dialect, framing)).isEqualTo(catalogues.script(dialect, framing));
      assertThat(mine.truth(dialect, framing)).isEqualTo(catalogues.truth(dialect, framing));
    }
  }

  @Test
  void aTornEvent_isTheCataloguesCutInTheMiddleOfOne() {
    String yaml = TEXT_FIN.replace("  - text\n", "  - text\n  - torn: half\n");

    Script mine = only(yaml).script(Dialect.OPENAI_CHAT, Framing.CHUNKED);

    assertThat(mine)
        .isEqualTo(Scenarios.named("mid-frame-fin").script(Dialect.OPENAI_CHAT, Framing.CHUNKED));
  }

  @Test
  void anErrorAfterABadStatus_isItsBody_andAfterAGoodOne_anEvent() {
    Scenario limited =
        only(
            """
            name: limited
            steps:
              - head: {status: 429, fields: {Retry-After: "3"}}
              - error: rate_limited
            end: end_of_message
            key: {cause: provider.rate_limited, headline: provider_error}
            """);

    List<Step> steps = limited.script(Dialect.ANTHROPIC_MESSAGES, Framing.LENGTH).steps();
    Step.Head head = (Step.Head) steps.getFirst();
    Step.Body body = (Step.Body) steps.getLast();

    assertThat(head.status()).isEqualTo(429);
    assertThat(head.wholeBytes()).isEqualTo(body.payload().size());
    assertThat(head.fields()).extracting("name").contains("retry-after", "content-type");
    assertThat(body.payload().text()).contains("rate_limit_error");
    assertThat(limited.truth(Dialect.GEMINI, Framing.LENGTH).cause())
        .isEqualTo("provider.rate_limited");
  }

  @Test
  void fillingHasTheSizeThatItIsTold_toTheByte() {
    Scenario filled = only(TEXT_FIN.replace("- text", "- text: {events: 7, bytes: 2003}"));

    List<Step> told =
        filled.script(Dialect.OPENAI_CHAT, Framing.CHUNKED).steps().stream()
            .filter(step -> step instanceof Step.Event event && event.kind().equals("text"))
            .toList();

    assertThat(told).hasSize(7);
    assertThat(told.stream().mapToInt(step -> ((Step.Event) step).payload().size()).sum())
        .isEqualTo(2003);
  }

  @Test
  void aFillingOverSomeTime_pausesBetweenItsEvents() {
    Scenario filled =
        only(TEXT_FIN.replace("- text", "- text: {events: 5, bytes: 2000, over: 2s}"));

    assertThat(filled.script(Dialect.OPENAI_CHAT, Framing.CHUNKED).steps())
        .filteredOn(Step.Pause.class::isInstance)
        .hasSize(4)
        .containsOnly(new Step.Pause(Duration.ofMillis(500)));
  }

  @Test
  void aFilledToolCall_isWholeJson() {
    Scenario called =
        only(
            """
            name: called
            dialects: openai-chat
            steps:
              - head: 200
              - tool_half: {events: 3, bytes: 3000}
              - tool_whole: {events: 1, bytes: 1}
              - finish: tools
            end: end_of_message
            """);

    String content = called.script(Dialect.OPENAI_CHAT, Framing.CHUNKED).content().text();

    assertThat(content).contains("{\\\"fill\\\":\\\"x").contains("\\\"}");
    assertThat(called.truth(Dialect.OPENAI_CHAT, Framing.CHUNKED).code())
        .isEqualTo("none@complete/provider");
  }

  @Test
  void waitsAndRawBytes_standWhereTheyAreTold() {
    Scenario waiting =
        only(
            """
            name: waiting
            dialects: openai-chat
            framings: chunked
            steps:
              - interim: 103
              - head: 200
              - heartbeat: 2
              - pause: 250ms
              - gate: {name: cut, limit: 5s}
              - raw: {hex: "0d 0a"}
            end: {heartbeats: 20ms}
            """);

    Script script = waiting.script(Dialect.OPENAI_CHAT, Framing.CHUNKED);

    assertThat(script.steps())
        .extracting(step -> step.getClass().getSimpleName())
        .containsExactly("Interim", "Head", "Event", "Event", "Pause", "AwaitGate", "Raw");
    assertThat(script.endAction()).isInstanceOf(EndAction.Heartbeats.class);
    assertThat(waiting.clientBehavior()).isEqualTo(new ClientBehavior.GivesUp("first_content"));
  }

  @Test
  void withoutFramings_thereAreThoseThatHaveTheEnd() {
    assertThat(only(TEXT_FIN.replace("fin\n", "{reset_stream: cancel}\n")).framings())
        .containsExactly(Framing.H2);
    assertThat(only(TEXT_FIN.replace("fin\n", "stall\n")).framings())
        .contains(Framing.CHUNKED, Framing.TLS, Framing.H2)
        .doesNotContain(Framing.WEBSOCKET);
    assertThat(only(TEXT_FIN.replace("fin\n", "{websocket_close: 1011}\n")).dialects())
        .containsExactly(Dialect.OPENAI_RESPONSES);
  }

  @Test
  void whatTheAuthorKnows_standsInEveryKey() {
    Scenario known = only(TEXT_FIN + "key: {cause: abort.user, retry_safety: no_retry}\n");

    for (Vantage vantage : Vantage.values()) {
      AnswerKey key = known.key(Dialect.OPENAI_CHAT, Framing.CHUNKED, vantage);
      assertThat(key.code()).isEqualTo("abort.user@text/provider");
      assertThat(key.retrySafety()).isEqualTo("no_retry");
    }
  }

  @Test
  void allProblems_areReportedTogether_withPositionAndSuggestion() {
    ScenarioFiles.Reading reading =
        ScenarioFiles.read(
            "bad.yaml",
            """
            name: has spaces
            dialects: [openai-chta]
            framings: [length]
            stepz: 3
            steps:
              - head: 700
              - txt
              - pause: soon
              - finish: stopped
              - opening: 3
            end: {heartbeats: 1s}
            key: {cuase: x}
            """);

    assertThat(reading.scenarios()).isEmpty();
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:1:7: ").contains("has spaces"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:2:12: ").contains("openai-chat"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:3:12: ").contains("chunked"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:4:1: ").contains("steps"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:6:11: ").contains("200 to 599"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:7:5: ").contains("text"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:8:12: ").contains("250ms"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:9:13: ").contains("stop"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:10:5: ").contains("alone"))
        .anySatisfy(says -> assertThat(says).startsWith("bad.yaml:12:7: ").contains("cause"));
  }

  @Test
  void stepsThatCannotStandThere_areSaidWhereTheyStand() {
    List<Problem> problems =
        ScenarioFiles.read(
                "order.yaml",
                """
                name: order
                steps:
                  - text
                  - tool_whole
                  - head: 200
                  - torn: half
                  - interim: 103
                end: rst
                """)
            .problems();

    assertThat(problems).extracting(Problem::line).contains(3, 4, 6, 7);
    assertThat(problems.getFirst().says()).contains("put '- head: 200' before it");
  }

  @Test
  void invalidYaml_isReportedWithItsPosition() {
    List<Problem> problems = ScenarioFiles.read("no.yaml", "name: [a\nend: }").problems();

    assertThat(problems).singleElement().extracting(Problem::line).isEqualTo(2);
    assertThat(ScenarioFiles.read("empty.yaml", "").problems()).hasSize(1);
    assertThat(ScenarioFiles.read("list.yaml", "- a\n").problems()).isNotEmpty();
  }

  @Test
  void aNameOfTheCatalogue_orOneGivenTwice_isTaken() {
    List<Problem> problems =
        ScenarioFiles.read(
                "taken.yaml",
                TEXT_FIN.replace("mine", "text-fin") + "---\n" + TEXT_FIN + "---\n" + TEXT_FIN)
            .problems();

    assertThat(problems).hasSize(2);
    assertThat(problems.getFirst().says()).contains("text-fin");
    assertThat(problems.getLast().says()).contains("mine");
  }

  @Test
  void aFolder_isItsYamlFiles() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), TEXT_FIN.replace("mine", "second"));
    Files.writeString(folder.resolve("a.yml"), TEXT_FIN + "---\n" + TEXT_FIN.replace("mine", "x"));
    Files.writeString(folder.resolve("notes.txt"), "no scenario");

    assertThat(ScenarioFiles.read(List.of(folder)).scenarios())
        .extracting(Scenario::name)
        .containsExactly("mine", "x", "second");
  }

  private static Scenario only(String yaml) {
    ScenarioFiles.Reading reading = ScenarioFiles.read("test.yaml", yaml);
    assertThat(reading.problems()).isEmpty();
    return reading.scenarios().getFirst();
  }
}
