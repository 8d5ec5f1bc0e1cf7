// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs of real sessions, reduced to their facts: the shape is kept, every text is a placeholder.
 * Their names tell what was done to the connection. A verdict is the right one, or says what the
 * log does not hold.
 */
class ClientLogsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          claude-ok_tool.jsonl                   | 2 none likely
          claude-http_429.jsonl                  | 3 provider.rate_limited likely
          claude-err_event.jsonl                 | 1 unknown: ending; 1 none likely
          claude-mid_text_fin.jsonl              | 2 unknown: close_mark; 1 unknown: ending; 1 none likely
          codex-ok_tool.jsonl                    | 2 none likely
          codex-mid_text_fin.jsonl               | 5 unknown: ending; 1 stream.premature_eof possible
          codex-after_tool_fin.jsonl             | 1 unknown: ending; 1 none likely
          codex-stall_text.jsonl                 | 1 unknown: outcome
          opencode-ok_tool.json                  | 2 none likely
          opencode-ok_tool-tables.json           | 2 none likely
          opencode-mid_text_fin.json             | 5 unknown: ending; 1 stream.premature_eof likely
          opencode-mid_text_fin-tables.json      | 5 unknown: ending; 1 stream.premature_eof likely
          opencode-after_tool_fin.json           | 5 unknown: ending; 1 stream.premature_eof likely
          opencode-after_tool_fin-tables.json    | 5 unknown: ending; 1 stream.premature_eof likely
          opencode-trunc_empty-tables.json       | 4 unknown: outcome
          gemini-ok_tool.jsonl                   | 2 none likely
          gemini-trunc_text.jsonl                | 1 unknown: outcome
          gemini-json-mid_text_fin.jsonl         | 1 unknown: outcome
          gemini-json-mid_text_fin-report.json   | 1 unknown: close_mark
          gemini-json-mid_text_fin-stream.jsonl  | 1 unknown: close_mark
          pawwork-terminated.json                | 1 stream.premature_eof likely
          """)
  void realLog_isJudgedRightly_orSaysWhatItDoesNotHold(String file, String verdicts) {
    List<RunLog> logs = SampleExports.runs("clients/" + file);

    String said = summary(logs);
    System.out.printf(Locale.ROOT, "%-40s %s%n", file, said);
    assertThat(said).isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource({
    "claude-ok_tool.jsonl",
    "claude-http_429.jsonl",
    "codex-mid_text_fin.jsonl",
    "opencode-after_tool_fin.json",
    "gemini-ok_tool.jsonl",
    "pawwork-terminated.json"
  })
  void oneClientsWord_provesNothing(String file) {
    for (RunLog log : SampleExports.runs("clients/" + file)) {
      Diagnosis diagnosis = Diagnoser.diagnose(RunFacts.of(log));

      assertThat(diagnosis.confidence()).isNotEqualTo(Certainty.PROVEN);
      assertThat(diagnosis.originConfidence()).isNotEqualTo(Certainty.PROVEN);
    }
  }

  /** Runs that are judged alike and follow each other, counted. */
  private static String summary(List<RunLog> logs) {
    List<String> counted = new ArrayList<>();
    String before = "";
    int count = 0;
    for (RunLog log : logs) {
      String next = verdict(Diagnoser.diagnose(RunFacts.of(log)));
      if (!next.equals(before) && count > 0) {
        counted.add(count + " " + before);
        count = 0;
      }
      before = next;
      count++;
    }
    counted.add(count + " " + before);
    return String.join("; ", counted);
  }

  private static String verdict(Diagnosis diagnosis) {
    String cause = diagnosis.cause().code();
    return diagnosis.confidence() == Certainty.UNKNOWN
        ? cause + ": " + diagnosis.missing().getFirst().code()
        : cause + " " + diagnosis.confidence().code();
  }
}
