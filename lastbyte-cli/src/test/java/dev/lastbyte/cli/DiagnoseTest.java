// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.RunLogCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTest {

  @TempDir private Path folder;

  private static final String EXPORT =
      """
      {"format":"pawwork-session-export","schema_version":1,"diagnostics":{"llm_traces":[{
        "trace_id":"msg_1","provider":"openai","model":"gpt-5.5","created_at":1800000000000,
        "stream_events":{"start":1,"start_step":1,"reasoning_delta":37},
        "flags":{"stream_error":true},
        "stream":{
          "timeline":{"collector_created_at":1800000000000,
            "first_provider_progress_at":1800000002100,"last_provider_progress_at":1800000060400,
            "failed_at":1800000061200},
          "watchdog":{"connect_timeout_ms":120000,"stream_timeout_ms":600000,"fired":false},
          "abort":{"signal_aborted_at_error":false},
          "error":{"constructor_name":"TypeError","message":"terminated",
            "cause_name":"SocketError","cause_code":"UND_ERR_SOCKET",
            "cause_message":"other side closed"}}}]}}
      """;

  @Test
  void aDisconnectAfterProgress_isSaidWithWhatIsNotKnown() throws IOException {
    CommandResult session = CommandResult.of("diagnose", "--json", file("export.json", EXPORT));

    assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(session.out())
        .contains("\"cause\":\"stream.premature_eof\"")
        .contains("\"phase\":\"reasoning\"")
        .contains("\"confidence\":\"likely\"")
        .contains("abort_signal_not_set")
        .contains("timer_did_not_fire")
        .contains("\"what\":\"close_mark\"")
        .contains("\"what\":\"closing_hop\"")
        .contains("\"what\":\"provider_tools\"");
  }

  @Test
  void withoutJson_theReportIsMarkdown() throws IOException {
    CommandResult session = CommandResult.of("diagnose", file("export.json", EXPORT));

    assertThat(session.out()).startsWith("# Failed").contains("## Not known");
  }

  @Test
  void ourOwnRunLog_isReadToo() throws IOException {
    var log =
        new RunLog(
            new RunHeader(new Token("run-1"), 1_800_000_000_000L, null),
            List.of(new AttemptStarted(new Stamp(0, 1, Vantage.CLIENT))),
            0);
    Path file = Files.write(folder.resolve("run.ndjson"), RunLogCodec.encode(log));

    CommandResult session = CommandResult.of("diagnose", "--json", file.toString());

    assertThat(session.out()).contains("\"run\":\"run-1\"");
  }

  private static final String EVENTS =
      """
      {"kind":"event","at_nanos":0,"attempt":1,"vantage":"agent","type":"attempt_started"}
      {"kind":"event","at_nanos":5,"attempt":1,"vantage":"agent","type":"timer_fired",\
      "timer":"idle","threshold_nanos":5}
      """;

  private static final String HEADER =
      "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"%s\",\"started_at\":\"2026-01-31T09:30:00Z\"}\n";

  @Test
  void eventsOfSeveralRuns_areDiagnosedEach() throws IOException {
    String file = file("e.ndjson", HEADER.formatted("a") + EVENTS + HEADER.formatted("b") + EVENTS);

    for (CommandResult session :
        List.of(
            CommandResult.of("diagnose", "--json", "--from", "events", file),
            CommandResult.of("diagnose", "--json", file))) {
      assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
      assertThat(session.lines()).hasSize(2);
      assertThat(session.lines().get(0)).contains("\"notes\":[],\"run\":\"a\"", "watchdog.idle");
      assertThat(session.lines().get(1)).contains("\"run\":\"b\"");
      assertThat(session.err()).isEmpty();
    }
  }

  @Test
  void eventsWithoutAHeader_comeFromStandardInput_andThatIsSaid() {
    CommandResult session =
        CommandResult.withInput(EVENTS, "diagnose", "--json", "--from", "events", "-");

    assertThat(session.exit()).isEqualTo(ExitCode.FAILURE_DIAGNOSED);
    assertThat(session.out()).contains("\"kind\":\"missing_header\"", "\"run\":\"events-1\"");
    assertThat(session.err()).contains("-, run events-1: events without a header").hasLineCount(1);
  }

  @Test
  void aFileWithoutEvents_isInvalidInput_andItsContentIsDescribed() {
    CommandResult session =
        CommandResult.withInput("what?\n{}\n", "diagnose", "--from", "events", "-");

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).contains("holds no event", "no JSON object: 1").hasLineCount(1);
    assertThat(CommandResult.of("diagnose", "--from", "curl", "x").err()).contains("events");
  }

  @Test
  void oneInvalidFile_doesNotStopTheOthers() throws IOException {
    CommandResult session =
        CommandResult.of(
            "diagnose", "--json", folder.resolve("no").toString(), file("e.json", EXPORT));

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.lines()).hasSize(1);
    assertThat(session.err()).contains("there is no file").hasLineCount(1);
  }

  @Test
  void aForeignFile_isCounted_andTheKnownFormatsAreNamed() throws IOException {
    CommandResult session = CommandResult.of("diagnose", file("har.json", "{\"log\":{},\"x\":1}"));

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err())
        .contains("2 top-level keys")
        .contains("PawWork session export")
        .hasLineCount(1);
  }

  @Test
  void aTruncatedFile_isCutShort() throws IOException {
    CommandResult session =
        CommandResult.of("diagnose", file("cut.json", EXPORT.substring(0, EXPORT.length() / 2)));

    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).contains("cut short").contains("line ").hasLineCount(1);
  }

  @Test
  void anEmptyFile_aFolder_andText_areNamed() throws IOException {
    assertThat(CommandResult.of("diagnose", file("empty.json", "")).err()).contains("is empty");
    assertThat(CommandResult.of("diagnose", folder.toString()).err()).contains("is a folder");
    assertThat(CommandResult.of("diagnose", file("a.txt", "hello there\n")).err())
        .contains("is not JSON")
        .contains("line 1");
  }

  @Test
  void anExportWithoutTraces_hasNothingToDiagnose() throws IOException {
    String bare = "{\"format\":\"pawwork-session-export\",\"schema_version\":1}";

    assertThat(CommandResult.of("diagnose", file("bare.json", bare)).err())
        .contains("nothing to diagnose");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
