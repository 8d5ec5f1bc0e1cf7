// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.Samples.chunk;
import static dev.lastbyte.wire.Samples.data;
import static dev.lastbyte.wire.TappedResponse.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenRouter does otherwise than OpenAI. */
class OpenRouterTest {

  private static final String PROCESSING = ": OPENROUTER PROCESSING\n\n";
  private static final String TEXT = data(chunk("'delta':{'content':'CANARY'}", "null"));

  private static TappedResponse stream(String body) {
    return TappedResponse.responseTo(Dialect.OPENAI_CHAT)
        .feed(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Generation-Id: gen-1\r\n\r\n"
                + body)
        .closed();
  }

  @Test
  void comments_areHeartbeats_neverContent() {
    TappedResponse run =
        stream(
            PROCESSING
                + PROCESSING
                + TEXT
                + PROCESSING
                + data(chunk("'delta':{}", "'stop'"), "[DONE]"));

    assertThat(run.events())
        .containsSubsequence(
            new Correlated(AT, Correlation.REQUEST_ID, new Token("gen-1")),
            new TerminalProven(AT, Finish.STOP));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.HEARTBEAT)).isEqualTo(3);
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':{'code':502,'message':'Provider disconnected'},'choices':[{'index':0,'delta':"
            + "{'content':''},'finish_reason':'error'}]} | BAD_GATEWAY | 502",
        "{'choices':[{'index':0,'delta':{'content':''},'finish_reason':'error','error':"
            + "{'code':429,'message':'CANARY'}}]} | RATE_LIMITED | 429",
        "{'error':{'code':400,'message':'Provider returned error','metadata':{'raw':"
            + "'prompt is too long: CANARY','provider_name':'x'}}} | CONTEXT_OVERFLOW | 400"
      })
  void anErrorChunk_isTheProvidersFailure_notAnEnd(
      String error, ProviderFailure failure, String code) {
    TappedResponse run = stream(TEXT + data(error, "[DONE]"));

    assertThat(run.events()).contains(new ProviderFailed(AT, failure, new Token(code), true));
    assertThat(run.events(TerminalProven.class)).isEmpty();
    assertThat(run.events(FinishSeen.class)).isEmpty();
    assertThat(run.cause().code()).startsWith("provider.");
  }

  @Test
  void reasoningInDetails_isReasoning() {
    String encrypted =
        data(
            chunk(
                "'delta':{'content':'','reasoning':null,'reasoning_details':"
                    + "[{'type':'reasoning.encrypted','data':'CANARY'}]}",
                "null"));

    assertThat(stream(encrypted).count(Content.REASONING)).isEqualTo(1);
  }

  @Test
  void commentsAlone_areNoContent() {
    assertThat(stream(PROCESSING + PROCESSING).cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
  }
}
