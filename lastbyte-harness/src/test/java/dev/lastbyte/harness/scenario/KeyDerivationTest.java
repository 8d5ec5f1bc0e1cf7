// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Place gives phase, verb and framing give cause, and what was told gives retry safety. */
class KeyDerivationTest {
  private static final Dialect CHAT = Dialect.OPENAI_CHAT;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          after-headers-eof    | CHUNKED         | stream.silent_truncation@await_first_byte/provider | early_stream   | end_of_message | safe_auto_retry
          created-stall        | CHUNKED         | watchdog.first_content@await_content/watchdog      | watchdog       | any            | safe_auto_retry
          reasoning-rst        | LENGTH          | stream.reset@reasoning/provider                    | early_stream   | rst            | safe_auto_retry
          reasoned-text-fin    | LENGTH          | stream.premature_eof@text/provider                 | mid_generation | fin            | user_confirmed_retry
          mid-utf8-half-close  | CHUNKED         | stream.premature_eof@text/provider                 | mid_generation | fin            | user_confirmed_retry
          mid-utf8-half-close  | CLOSE_DELIMITED | stream.silent_truncation@text/provider             | mid_generation | fin            | user_confirmed_retry
          mid-chunk-header-rst | CHUNKED         | stream.reset@text/provider                         | mid_generation | rst            | user_confirmed_retry
          tool-args-rst        | CHUNKED         | stream.reset@tool_input/provider                   | mid_generation | rst            | safe_auto_retry
          text-tool-args-rst   | CHUNKED         | stream.reset@tool_input/provider                   | mid_generation | rst            | user_confirmed_retry
          tool-ready-stall     | CHUNKED         | watchdog.idle@tool_ready/watchdog                  | watchdog       | any            | user_confirmed_retry
          done-rst             | CHUNKED         | stream.late_close@finishing/provider               | none           | rst            | not_needed
          done-fin             | CHUNKED         | stream.late_close@finishing/provider               | none           | fin            | not_needed
          done-fin             | LENGTH          | none@complete/provider                             | none           | end_of_message | not_needed
          done-fin             | CLOSE_DELIMITED | none@complete/provider                             | none           | fin            | not_needed
          content-length-long  | LENGTH          | stream.late_close@finishing/provider               | none           | fin            | not_needed
          content-length-short | LENGTH          | stream.silent_truncation@text/provider             | mid_generation | end_of_message | user_confirmed_retry
          done-no-finish-reason| CHUNKED         | stream.silent_truncation@text/provider             | mid_generation | end_of_message | user_confirmed_retry
          finish-no-done       | CHUNKED         | none@complete/provider                             | none           | end_of_message | not_needed
          cut-in-tool-name     | CHUNKED         | stream.premature_eof@await_content/provider        | early_stream   | fin            | safe_auto_retry
          drip-1B              | CHUNKED         | watchdog.idle@text/watchdog                        | watchdog       | any            | user_confirmed_retry
          stall-before-headers | CHUNKED         | watchdog.headers@await_headers/watchdog            | watchdog       | any            | safe_auto_retry
          """)
  void truth_followsFromScriptAndFraming(
      String scenario,
      Framing framing,
      String code,
      String headline,
      String closedHow,
      String retrySafety) {
    AnswerKey truth = Scenarios.named(scenario).truth(CHAT, framing);

    assertThat(truth.code()).isEqualTo(code);
    assertThat(truth.headline()).isEqualTo(headline);
    assertThat(truth.closedHow()).isEqualTo(closedHow);
    assertThat(truth.retrySafety()).isEqualTo(retrySafety);
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user-abort-mid-text     | GATEWAY_AND_AGENT | abort.user@text/user                     | no_retry
          user-abort-mid-text     | GATEWAY           | abort.downstream_gone@text/unknown       | user_confirmed_retry
          user-abort-mid-text     | CLIENT            | abort.unattributed@text/unknown          | user_confirmed_retry
          abort-not-propagated    | GATEWAY           | abort.downstream_gone@text/unknown       | user_confirmed_retry
          process-kill            | GATEWAY_AND_AGENT | abort.downstream_gone@text/unknown       | user_confirmed_retry
          process-kill            | CLIENT            | host.process_lost@text/host              | user_confirmed_retry
          tool-exec-hang          | GATEWAY           | none@complete/provider                   | not_needed
          tool-exec-hang          | GATEWAY_AND_AGENT | watchdog.tool@tool_running/watchdog      | user_confirmed_retry
          cut-during-followup-text| GATEWAY_AND_AGENT | stream.premature_eof@text/provider       | user_confirmed_retry
          result-post-lost        | GATEWAY           | wait.empty_reply@await_headers/provider  | safe_auto_retry
          result-post-lost        | GATEWAY_AND_AGENT | wait.empty_reply@await_headers/provider  | user_confirmed_retry
          """)
  void key_isLimitedToWhatTheVantageSees(
      String scenario, Vantage vantage, String code, String retrySafety) {
    AnswerKey key = Scenarios.named(scenario).key(CHAT, Framing.CHUNKED, vantage);

    assertThat(key.code()).isEqualTo(code);
    assertThat(key.retrySafety()).isEqualTo(retrySafety);
  }

  @Test
  void anEffectThatMayHaveHappened_isNeverRetriedUnasked() {
    for (CutAction cut : CutAction.values()) {
      for (Dialect dialect : Dialect.values()) {
        AnswerKey truth =
            Compositions.of(dialect, Framing.CHUNKED, CutPoint.TOOL_READY, cut)
                .truth(dialect, Framing.CHUNKED);
        assertThat(truth.retrySafety()).isEqualTo("user_confirmed_retry");
        assertThat(truth.toolProven()).isTrue();
      }
    }
  }

  @Test
  void whatAFramingDoesNotHave_isNamed() {
    assertThatThrownBy(
            () -> Compositions.of(CHAT, Framing.LENGTH, CutPoint.MID_CHUNK_HEADER, CutAction.RST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length");
    assertThatThrownBy(() -> Compositions.of(CutPoint.MID_CHUNK_HEADER, CutAction.EOF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mid-chunk-header");
  }
}
