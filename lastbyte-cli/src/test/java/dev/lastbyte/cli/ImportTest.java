// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program's log, kept beside what was recorded, and read together with it. */
class ImportTest {

  private static final String LOG =
      """
      {"type":"session_meta","timestamp":"2026-11-22T07:49:00Z","payload":{"id":"session-7"}}
      {"type":"event_msg","timestamp":"2026-11-22T07:49:00Z","payload":{"type":"task_started",\
      "turn_id":"turn-7"}}
      {"type":"response_item","timestamp":"2026-11-22T07:49:01Z","payload":{"type":"function_call",\
      "name":"exec_command","call_id":"call-7"}}
      {"type":"token_usage_record","timestamp":"2026-11-22T07:49:02Z","payload":{"response_id":\
      "resp-7"}}
      {"type":"event_msg","timestamp":"2026-11-22T07:49:03Z","payload":{"type":"item_completed",\
      "item":{"type":"CommandExecution","id":"call-7","status":"completed"}}}
      {"type":"event_msg","timestamp":"2026-11-22T07:49:09Z","payload":{"type":"task_complete",\
      "error":{"message":"stream disconnected before completion: error decoding response body"}}}
      """;

  @TempDir private Path folder;

  private String data = "";
  private String log = "";

  @BeforeEach
  void write() throws IOException {
    data = folder.resolve("data").toString();
    log = Files.writeString(folder.resolve("rollout.jsonl"), LOG).toString();
  }

  @Test
  void importedRuns_areShownLikeRecordedOnes_andOnceHoweverOftenTheyAreRead() {
    CommandResult first = CommandResult.of("import", "--data", data, log);
    CommandResult.of("import", "--data", data, "--from", "codex", log);

    assertThat(first.exit()).isEqualTo(ExitCode.OK);
    assertThat(first.out()).contains("2 runs kept");
    assertThat(CommandResult.of("runs", "--data", data, "--json").lines()).hasSize(2);
    assertThat(CommandResult.of("runs", "--data", data, "--session", "session-7").out())
        .contains("codex-turn-7-1", "codex-turn-7-2", "stream.premature_eof");
    assertThat(CommandResult.of("show", "--data", data, "codex-turn-7-2").exit())
        .isEqualTo(ExitCode.FAILURE_DIAGNOSED);
  }

  @Test
  void oneInvalidFile_doesNotStopTheOthers() {
    CommandResult result = CommandResult.of("import", "--data", data, folder.toString(), log);

    assertThat(result.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains("is a folder").hasLineCount(1);
    assertThat(result.out()).contains("2 runs kept");
  }

  @Test
  void diagnose_saysWhatSuchALogCannotKnow() {
    CommandResult json = CommandResult.of("diagnose", "--data", data, "--json", log);
    CommandResult text = CommandResult.of("diagnose", "--data", data, log);

    assertThat(json.lines()).hasSize(2);
    assertThat(json.lines().getFirst()).contains("\"kind\":\"source_limits\"", "five causes");
    assertThat(json.err()).isEmpty();
    assertThat(text.err()).contains("logs of Codex", "lastbyte run -- COMMAND").hasLineCount(1);
  }

  @Test
  void diagnose_ofALogOfAnotherProgram_saysWhatItIs() {
    CommandResult result = CommandResult.of("diagnose", "--data", data, "--from", "claude", log);

    assertThat(result.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(result.err()).contains("no log of Claude Code", "a Codex session log");
  }

  @Test
  void diagnose_joinsTheGatewaysRecord_ofTheExchangeWithTheSameId() throws StoreException {
    var at = new Stamp(0, 1, Vantage.GATEWAY_UP);
    var recorded =
        new RunLog(
            new RunHeader(new Token("recorded-1"), 1_795_333_740_000L, null),
            List.of(
                new AttemptStarted(at),
                new Correlated(at, Correlation.SESSION_ID, new Token("session-7")),
                new Correlated(at, Correlation.RESPONSE_ID, new Token("resp-7"))),
            0);
    try (RunStore store = RunStore.open(Path.of(data), RunClock.system())) {
      store.ended(recorded);
    }

    List<String> lines = CommandResult.of("diagnose", "--data", data, "--json", log).lines();

    assertThat(lines.get(0)).contains("\"run\":\"recorded-1\"", "joined with the gateway");
    assertThat(lines.get(1)).contains("codex-turn-7-2", "recorded 1 runs of its session");
  }
}
