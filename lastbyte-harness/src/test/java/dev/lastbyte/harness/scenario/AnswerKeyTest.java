// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The truths, one a line, as a person reads them. */
class AnswerKeyTest {
  private static final String CHUNKED_CHAT =
      """
      ok                | GATEWAY           | none@complete/provider                           | none              | provider | end_of_message | not_needed
      ok-tool           | GATEWAY           | none@complete/provider                           | none              | provider | end_of_message | not_needed
      before-headers-fin| GATEWAY           | wait.empty_reply@await_headers/provider          | early_stream      | provider | fin            | safe_auto_retry
      before-headers-rst| GATEWAY           | wait.empty_reply@await_headers/provider          | early_stream      | provider | rst            | safe_auto_retry
      after-headers-fin | GATEWAY           | stream.premature_eof@await_first_byte/provider   | early_stream      | provider | fin            | safe_auto_retry
      reasoning-fin     | GATEWAY           | stream.premature_eof@reasoning/provider          | early_stream      | provider | fin            | safe_auto_retry
      text-fin          | GATEWAY           | stream.premature_eof@text/provider               | mid_generation    | provider | fin            | user_confirmed_retry
      text-rst          | GATEWAY           | stream.reset@text/provider                       | mid_generation    | provider | rst            | user_confirmed_retry
      tool-args-fin     | GATEWAY           | stream.premature_eof@tool_input/provider         | mid_generation    | provider | fin            | safe_auto_retry
      tool-ready-fin    | GATEWAY           | stream.premature_eof@tool_ready/provider         | mid_generation    | provider | fin            | user_confirmed_retry
      text-eof          | GATEWAY           | stream.silent_truncation@text/provider           | mid_generation    | provider | end_of_message | user_confirmed_retry
      stall             | GATEWAY           | abort.downstream_gone@text/unknown               | local_abort       | client   | any            | user_confirmed_retry
      stall             | GATEWAY_AND_AGENT | watchdog.idle@text/watchdog                      | watchdog          | client   | any            | user_confirmed_retry
      heartbeat-only    | GATEWAY           | abort.downstream_gone@await_content/unknown      | local_abort       | client   | any            | user_confirmed_retry
      heartbeat-only    | GATEWAY_AND_AGENT | watchdog.first_content@await_content/watchdog    | watchdog          | client   | any            | safe_auto_retry
      rate-limited-429  | GATEWAY           | provider.rate_limited@await_first_byte/provider  | provider_error    | provider | end_of_message | safe_auto_retry
      unavailable-503   | GATEWAY           | provider.overloaded@await_first_byte/provider    | provider_error    | provider | end_of_message | safe_auto_retry
      error-event       | GATEWAY           | provider.server_error@text/provider              | provider_error    | provider | end_of_message | user_confirmed_retry
      connection-refused| GATEWAY           | net.connect_refused@connect/provider             | before_connection | provider | refused        | safe_auto_retry
      reused-dies-fin   | GATEWAY           | wait.empty_reply@await_headers/provider          | early_stream      | provider | fin            | safe_auto_retry
      reused-dies-rst   | GATEWAY           | wait.empty_reply@await_headers/provider          | early_stream      | provider | rst            | safe_auto_retry
      """;

  private static final List<String> WAYS_TO_CLOSE =
      List.of(
          "fin",
          "rst",
          "refused",
          "end_of_message",
          "tls_close_notify",
          "tls_truncated",
          "rst_stream",
          "websocket_close",
          "none",
          "any");

  static List<AllScenarioCases> cases() {
    return AllScenarioCases.all();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = CHUNKED_CHAT)
  void chunkedChat(
      String scenario,
      Vantage vantage,
      String code,
      String headline,
      String closedBy,
      String closedHow,
      String retrySafety) {
    AnswerKey key = Scenarios.named(scenario).key(Dialect.OPENAI_CHAT, Framing.CHUNKED, vantage);

    assertThat(key.code()).isEqualTo(code);
    assertThat(key.headline()).isEqualTo(headline);
    assertThat(key.closedBy()).isEqualTo(closedBy);
    assertThat(key.closedHow()).isEqualTo(closedHow);
    assertThat(key.retrySafety()).isEqualTo(retrySafety);
    assertThat(key.terminalProof()).isEqualTo(scenario.startsWith("ok"));
    assertThat(key.toolProven()).isEqualTo(List.of("ok-tool", "tool-ready-fin").contains(scenario));
  }

  @Test
  void theTableNamesEveryScenario() {
    List<String> named =
        CHUNKED_CHAT.lines().map(line -> line.substring(0, 18).strip()).distinct().toList();

    assertThat(Scenarios.basics()).extracting(Scenario::name).containsExactlyElementsOf(named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void anEndWithoutChunks_isNeverTooEarly(AllScenarioCases each) {
    AnswerKey key = each.scenario().key(each.dialect(), each.framing(), Vantage.GATEWAY);

    if (each.framing() == Framing.CLOSE_DELIMITED) {
      assertThat(key.cause()).isNotEqualTo("stream.premature_eof");
      assertThat(key.closedHow()).isNotEqualTo("end_of_message");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyVantageHasAKey_madeOfTheTaxonomysWords(AllScenarioCases each) {
    AnswerKey truth = each.scenario().truth(each.dialect(), each.framing());
    assertWellFormed(truth);
    assertThat(truth.why()).isEmpty();
    for (Vantage vantage : Vantage.values()) {
      AnswerKey key = each.scenario().key(each.dialect(), each.framing(), vantage);
      assertWellFormed(key);
      assertThat(key.why().isEmpty()).as("%s: %s", vantage, key).isEqualTo(key.equals(truth));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aGoodEnd_hasNoOrigin(AllScenarioCases each) {
    AnswerKey truth = each.scenario().truth(each.dialect(), each.framing());

    if (truth.cause().equals("none")) {
      assertThat(truth.headline()).isEqualTo("none");
      assertThat(truth.retrySafety()).isEqualTo("not_needed");
      assertThat(truth.terminalProof()).isTrue();
    }
  }

  @Test
  void healthyStreamsAreNeverFlagged() {
    for (AllScenarioCases each : AllScenarioCases.of(Healthy.all())) {
      for (Vantage vantage : Vantage.values()) {
        assertThat(each.scenario().key(each.dialect(), each.framing(), vantage).code())
            .as("%s", each)
            .isEqualTo("none@complete/provider");
      }
    }
  }

  private static void assertWellFormed(AnswerKey key) {
    assertThat(key.cause()).isIn(TaxonomyVocabulary.CAUSES);
    assertThat(key.phase()).isIn(TaxonomyVocabulary.PHASES);
    assertThat(key.origin()).isIn(TaxonomyVocabulary.ORIGINS);
    assertThat(key.headline()).isIn(TaxonomyVocabulary.HEADLINES);
    assertThat(key.retrySafety()).isIn(TaxonomyVocabulary.RETRY_SAFETIES);
    assertThat(key.closedBy()).isIn("provider", "client", "gateway", "remote", "nobody");
    assertThat(key.closedHow()).isIn(WAYS_TO_CLOSE);
  }

  @Test
  void anthropicIsOverloaded_whereOpenAiHasAnError() {
    AnswerKey key =
        Scenarios.named("error-event")
            .key(Dialect.ANTHROPIC_MESSAGES, Framing.CHUNKED, Vantage.GATEWAY);

    assertThat(key.code()).isEqualTo("provider.overloaded@text/provider");
  }

  @Test
  void refusesAFramingThatMakesNoDifference() {
    assertThatThrownBy(() ->
            Scenarios.named("before-headers-fin")
                .script(Dialect.OPENAI_CHAT, Framing.CLOSE_DELIMITED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("close-delimited");
  }

  @Test
  void anUnknownName_suggestsTheNearest() {
    assertThatThrownBy(() -> Scenarios.named("text-fn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown scenario text-fn; the nearest are text-fin,");
  }
}
