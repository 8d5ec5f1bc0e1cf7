// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.report.AttemptReport;
import dev.lastbyte.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Event files of other programs that were once judged wrongly, each for a kind of mistake. */
class FieldEventFilesTest {

  private static RunReport report(String file) {
    List<DecodedRunLog> runs = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(
            FieldEventFilesTest.class.getResourceAsStream("field/" + file + ".ndjson"))) {
      EventFile.read(in, runs::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(runs).hasSize(1);
    return RunReport.of(runs.getFirst().log());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          effect-in-attempt-1-clean-fail-in-2      | net.connect_refused@connect/provider    | proven   | user_confirmed_retry | continue
          malformed-tool-line                      | watchdog.idle@unknown/watchdog          | proven   | user_confirmed_retry | confirm
          two-writers-client-first                 | watchdog.idle@tool_running/watchdog     | proven   | user_confirmed_retry | reconcile
          timer-then-user-abort                    | watchdog.first_content@unknown/watchdog | proven   | no_retry             | stop
          abort-after-end                          | stream.premature_eof@text/unknown       | likely   | no_retry             | stop
          whole-answer-tool-running-user-abort     | abort.user@tool_running/user            | proven   | no_retry             | reconcile
          body-began-then-dead                     | stream.premature_eof@await_content/unknown | likely | safe_auto_retry     | replay
          two-calls-two-ids-on-wire-none-in-app    | none@complete/provider                  | proven   | not_needed           | none
          tool-invalid-args-then-dead              | stream.premature_eof@tool_ready/unknown | likely   | safe_auto_retry      | replay
          server-tool-flowed-request-says-no       | stream.premature_eof@server_tool/unknown | likely  | user_confirmed_retry | confirm
          clean-app-run                            | unknown@text/unknown                    | unknown  | user_confirmed_retry | confirm
          """)
  void fileOfTheField_isJudgedRight(
      String file, String code, String confidence, String safety, String step) {
    AttemptReport last = report(file).last();

    assertThat(last.diagnosis().code()).isEqualTo(code);
    assertThat(last.diagnosis().confidence().code()).isEqualTo(confidence);
    assertThat(last.verdict().safety().code()).isEqualTo(safety);
    assertThat(last.verdict().recovery().code()).isEqualTo(step);
  }

  @Test
  void runOfWhichNothingSaysThatItFailed_isNotCalledAFailure() {
    Diagnosis diagnosis = report("clean-app-run").diagnosis();

    assertThat(diagnosis.headline()).isEqualTo(Headline.UNDETERMINED);
    assertThat(diagnosis.failed()).isFalse();
  }

  @Test
  void whatAReaderSkipped_isMissingFromTheLog() {
    assertThat(report("malformed-tool-line").log().dropped()).isEqualTo(1);
    assertThat(report("two-writers-client-first").log().dropped()).isEqualTo(2);
  }
}
