// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.demo.DemoEnvironment;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.harness.Canary;
import dev.lastbyte.harness.scenario.Scenarios;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DemoTest {

  @Test
  void everyScenario_inEveryDialect_isDiagnosedAsTheHarnessExpects() {
    CommandResult demo = CommandResult.of("demo", "--json");

    assertThat(demo.lines()).hasSize(Scenarios.basics().size() * DemoEnvironment.DIALECTS.size());
    assertThat(demo.lines()).allMatch(line -> line.contains("\"as_expected\":true"));
    assertThat(demo.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void jsonHasTheFieldsThatOthersScriptAgainst() {
    CommandResult demo =
        CommandResult.of("demo", "--json", "--scenario", "text-rst", "--dialect", "openai-chat");

    assertThat(demo.lines()).hasSize(1);
    for (String field :
        new String[] {
          "scenario",
          "expected",
          "code",
          "headline",
          "cause",
          "phase",
          "origin",
          "confidence",
          "delivery",
          "exposure",
          "retry_safety",
          "recovery",
          "summary",
          "evidence",
          "counter_evidence",
          "missing",
          "clocks",
          "closed",
          "correlation",
          "run",
          "attempts",
          "provider",
          "model",
          "started_at"
        }) {
      assertThat(demo.out()).contains("\"" + field + "\":");
    }
  }

  @Test
  void withoutJson_aTableAndASampleReportArePrinted() {
    CommandResult demo = CommandResult.of("demo", "--scenario", "text-fin");

    assertThat(demo.out())
        .contains("stream.premature_eof@text/provider")
        .contains("3 of 3 verdicts")
        .contains("# Failed in the middle of the response")
        .doesNotContain("\u001b");
    assertThat(demo.err()).isEmpty();
  }

  @Test
  void modelOutput_isNeverPrinted() {
    CommandResult demo =
        CommandResult.of("demo", "--json", "--scenario", "ok-tool", "--scenario", "ok");

    assertThat(demo.out())
        .doesNotContain(Canary.ANSWER)
        .doesNotContain(Canary.ARGUMENT)
        .doesNotContain("Which word");
  }

  @Test
  void anUnknownScenario_namesTheNearest() {
    CommandResult demo = CommandResult.of("demo", "--scenario", "text-fim");

    assertThat(demo.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(demo.err()).contains("text-fim").contains("text-fin");
  }

  @Test
  void anUnknownDialect_namesThoseThatThereAre() {
    CommandResult demo = CommandResult.of("demo", "--dialect", "openai");

    assertThat(demo.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(demo.err()).contains("'openai'").contains("anthropic-messages");
  }
}
