// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents print for programs: one event a line, without times. */
class PrintedOutputTest {

  @TempDir private Path folder;

  @Test
  void codexExec_thatReconnects_isASendingForEachTry() throws IOException {
    List<RunLog> logs =
        runs(
            """
            {"type":"thread.started","thread_id":"thread-1"}
            {"type":"turn.started"}
            {"type":"item.completed","item":{"id":"item_0","type":"command_execution",\
            "status":"completed","exit_code":0}}
            {"type":"error","message":"Reconnecting... 1/5 (stream disconnected before completion:\
             error decoding response body)"}
            {"type":"error","message":"Reconnecting... 2/5 (stream disconnected before completion)"}
            {"type":"item.completed","item":{"id":"item_1","type":"agent_message","text":"words"}}
            {"type":"turn.completed","usage":{"output_tokens":5}}
            """);

    assertThat(codes(logs)).containsExactly("stream.premature_eof", "unknown", "none");
    assertThat(SampleExports.all(logs.getFirst(), ToolEnded.class)).hasSize(1);
    assertThat(Session.of(logs).questions()).hasSize(2);
  }

  @Test
  void codexExec_withoutAnEndOfItsTurn_isNotKnownToHaveFailed() throws IOException {
    List<RunLog> logs =
        runs(
            """
            {"type":"thread.started","thread_id":"thread-1"}
            {"type":"turn.started"}
            """);

    assertThat(codes(logs)).containsExactly("unknown");
  }

  @Test
  void claudeStream_tellsItsRetries() throws IOException {
    List<RunLog> logs =
        runs(
            """
            {"type":"system","subtype":"init","session_id":"s-1","model":"claude-sonnet-4-5"}
            {"type":"system","subtype":"api_retry","attempt":1,"max_retries":2,\
            "retry_delay_ms":500,"error_status":529,"error":"overloaded_error","session_id":"s-1"}
            {"type":"assistant","session_id":"s-1","message":{"id":"msg_1","model":\
            "claude-sonnet-4-5","content":[{"type":"text","text":"words"}],"stop_reason":"end_turn"}}
            {"type":"result","subtype":"success","is_error":false,"session_id":"s-1"}
            """);

    assertThat(codes(logs)).containsExactly("provider.overloaded", "none");
  }

  @Test
  void claudeCallCutWithItsStream_isCut_thoughItIsStoredAsStopped() throws IOException {
    List<RunLog> logs =
        runs(
            """
            {"type":"user","sessionId":"s-1","timestamp":"2026-11-22T07:57:10Z","message":\
            {"role":"user","content":"words"}}
            {"type":"assistant","sessionId":"s-1","timestamp":"2026-11-22T07:57:12Z","message":\
            {"id":"msg_1","model":"claude-sonnet-4-5","stop_reason":"tool_use","content":\
            [{"type":"tool_use","id":"toolu_1","name":"Bash","input":{}}]}}
            {"type":"assistant","sessionId":"s-1","timestamp":"2026-11-22T07:57:13Z",\
            "streamCutCause":"stale_connection","isApiErrorMessage":true,"message":\
            {"id":"x","model":"<synthetic>","content":[{"type":"text","text":"API Error"}]}}
            """);

    assertThat(codes(logs)).containsExactly("stream.premature_eof");
  }

  private List<RunLog> runs(String lines) throws IOException {
    return SampleExports.read(Files.writeString(folder.resolve("log"), lines)).logs();
  }

  private static List<String> codes(List<RunLog> logs) {
    return logs.stream()
        .map(log -> Diagnoser.diagnose(RunFacts.of(log)))
        .map(Diagnosis::cause)
        .map(cause -> cause.code())
        .toList();
  }
}
