// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.OllamaSamples.TEXT;
import static dev.lastbyte.wire.OllamaSamples.done;
import static dev.lastbyte.wire.TappedResponse.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaTest {

  private static TappedResponse stream(String... lines) {
    return TappedResponse.responseTo(Dialect.OLLAMA)
        .feed(OllamaSamples.streamHead() + String.join("", lines));
  }

  @Test
  void aWholeResponse_isProvenByDone() {
    TappedResponse run = stream(OllamaSamples.THINKING, TEXT, TEXT, done("stop")).closed();

    assertThat(run.events())
        .containsSubsequence(new FinishSeen(AT, Finish.STOP), new TerminalProven(AT, Finish.STOP));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.REASONING)).isEqualTo(1);
    assertThat(run.count(Content.TEXT)).isEqualTo(2);
    assertThat(run.count(Content.LIFECYCLE)).isEqualTo(1);
    assertThat(run.cause()).isEqualTo(Cause.NONE);
  }

  @Test
  void blankLines_areHeartbeats_andThoseThatEndADocumentAreNot() {
    TappedResponse run = stream("\n", TEXT, "\r\n", " \n", TEXT, done("stop"), "\n").closed();

    assertThat(run.count(Content.HEARTBEAT)).isEqualTo(4);
    assertThat(run.count(Content.TEXT)).isEqualTo(2);
    assertThat(stream(TEXT, TEXT).closed().count(Content.HEARTBEAT)).isZero();
  }

  @Test
  void theEndOfTheBody_provesNothing_norDoesALineWithoutItsEnd() {
    String last = done("stop").strip();
    TappedResponse run = stream(TEXT, last.substring(0, last.length() - 1)).closed();

    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
    assertThat(stream(TEXT, last).events(TerminalProven.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"stop, STOP", "length, LENGTH", "unload, STOP", "'', STOP", "brand_new, OTHER"})
  void everyDoneReason_isAnEnd(String reason, Finish finish) {
    assertThat(stream(TEXT, done(reason)).events()).contains(new TerminalProven(AT, finish));
  }

  @Test
  void doneWithoutAReason_isAnEnd() {
    assertThat(stream(TEXT, "{\"done\":true}\n").events())
        .contains(new TerminalProven(AT, Finish.STOP));
  }

  @Test
  void doneWithoutContent_isAnEmptyCompletion() {
    assertThat(stream(done("stop")).closed().cause()).isEqualTo(Cause.STREAM_EMPTY_COMPLETION);
  }

  @Test
  void toolCalls_comeWhole() {
    TappedResponse run = stream(OllamaSamples.CALLS, done("stop"));

    assertThat(run.events())
        .containsSubsequence(
            new ToolCallStarted(AT, 0, null, new Token("get_weather")),
            new ToolCallReady(AT, 0),
            new ToolCallStarted(AT, 1, new Token("call_1"), new Token("f")),
            new ToolCallReady(AT, 1),
            new TerminalProven(AT, Finish.TOOL_CALLS));
    assertThat(run.count(Content.TOOL_INPUT)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':'llama runner process has terminated: CANARY'} | SERVER_ERROR",
        "{'error':'CANARY'} | OTHER",
        "{'error':{'message':'you have reached your weekly usage limit'}} | PLAN_WINDOW"
      })
  void anErrorLine_isTheProvidersFailure(String line, ProviderFailure failure) {
    assertThat(stream(TEXT, Samples.json(line.replace("''", "'")) + "\n").events())
        .contains(new ProviderFailed(AT, failure, null, true));
  }

  @Test
  void aLineAfterTheEnd_isOutOfOrder() {
    assertThat(stream(done("stop"), TEXT).events(Malformed.class))
        .containsExactly(new Malformed(AT, Malformation.GRAMMAR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{oops", "{\"a\":tru", "{\"a\":\"b", "oops", "}", "{\"a\":1} x"})
  void aLineThatIsNoJson_isMalformed_andTheNextOneIsRead(String line) {
    TappedResponse run = stream(TEXT, line + "\n", done("stop"));

    assertThat(run.events(Malformed.class))
        .containsExactly(new Malformed(AT, Malformation.EVENT_DATA));
    assertThat(run.events(TerminalProven.class)).hasSize(1);
  }

  @Test
  void aWholeDocument_givesTheSameEvents_whateverItsMediaType() {
    TappedResponse typed = TappedResponse.document(Dialect.OLLAMA, 200, OllamaSamples.GENERATED);
    TappedResponse untyped =
        TappedResponse.responseOf(Dialect.OLLAMA)
            .feed("HTTP/1.1 200 OK\r\n\r\n" + OllamaSamples.GENERATED);
    TappedResponse untypedLines =
        TappedResponse.responseOf(Dialect.OLLAMA)
            .feed("HTTP/1.1 200 OK\r\n\r\n" + TEXT + done("stop"));

    for (TappedResponse run : new TappedResponse[] {typed, untyped, untypedLines}) {
      assertThat(run.events()).contains(new TerminalProven(AT, Finish.STOP));
      assertThat(run.count(Content.TEXT)).isEqualTo(1);
    }
  }
}
