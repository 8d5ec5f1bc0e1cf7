// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.diagnosis.Cause;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue as a person and as a script ask for it. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RulesTest {

  @Test
  void withoutACode_everyCauseIsARow() {
    CommandResult session = CommandResult.of("rules");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.lines().getFirst()).startsWith("CAUSE").contains("AGAIN");
    for (Cause cause : Cause.values()) {
      assertThat(session.out()).contains("\n" + cause.code() + " ");
    }
  }

  @Test
  void aCause_isAPage() {
    CommandResult session = CommandResult.of("rules", "stream.premature_eof");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.lines().getFirst()).isEqualTo("stream.premature_eof");
    assertThat(session.out()).contains("Proven by", "Refuted by", "Mistaken for", "What to do");
  }

  @Test
  void aWholeCode_isThePageAndWhatPhaseAndOriginSay() {
    CommandResult session = CommandResult.of("rules", "stream.premature_eof@tool_running/provider");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.lines().getFirst()).isEqualTo("stream.premature_eof");
    assertThat(session.out())
        .contains("stream.premature_eof@tool_running/provider", "after a local tool had started")
        .contains("Failed after a tool had started");
  }

  @Test
  void json_isOneObjectALine() {
    CommandResult session = CommandResult.of("rules", "--json");

    assertThat(session.lines())
        .hasSize(Cause.values().length)
        .allMatch(line -> line.startsWith("{\"code\":\"") && line.endsWith("}"));
    assertThat(CommandResult.of("rules", "abort.user@text/user", "--json").lines())
        .singleElement()
        .asString()
        .startsWith("{\"code\":\"abort.user\"");
  }

  @ParameterizedTest
  @CsvSource({
    "stream.resett, stream.reset",
    "premature_eof, stream.premature_eof",
    "stream.reset@txt/provider, text",
    "stream.reset@text/providr, provider",
    "stream.reset@text, CAUSE@PHASE/ORIGIN",
    "'', near ones are"
  })
  void anUnknownCode_isReportedWithSuggestions(String given, String right) {
    CommandResult session = CommandResult.of("rules", given);

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).startsWith("lastbyte: ").contains(right).hasLineCount(1);
    assertThat(session.out()).isEmpty();
  }

  @Test
  void aLongAndOddCode_isRefusedOnOneLine() {
    CommandResult session = CommandResult.of("rules", "x".repeat(100_000));

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).hasLineCount(1).hasSizeLessThan(1_000);
  }
}
