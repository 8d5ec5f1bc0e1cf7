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
import dev.lastbyte.core.event.StreamEvent.SentinelSeen;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.privacy.Token;
import org.junit.jupiter.api.Test;

/** What Azure OpenAI does otherwise than OpenAI. */
class AzureTest {

  private static final String PROMPT_FILTER =
      data(
          "{'choices':[],'created':0,'id':'','model':'','object':'','prompt_filter_results':"
              + "[{'prompt_index':0,'content_filter_results':{'hate':{'filtered':false}}}]}");

  private static final String TEXT = data(chunk("'delta':{'content':'CANARY'}", "null"));
  private static final String STOP = data(chunk("'delta':{}", "'stop'"));

  private static final String LATE_FILTER = filter("null");

  /** What the filter says of a part of the text, after it was sent. */
  private static String filter(String finish) {
    return data(
        "{'id':'','object':'','created':0,'model':'','choices':[{'index':0,'finish_reason':"
            + finish
            + ",'content_filter_results':{'violence':{'filtered':false,'severity':'safe'}},"
            + "'content_filter_offsets':{'check_offset':44,'start_offset':44,'end_offset':198}}]}");
  }

  private static TappedResponse stream(String body) {
    return TappedResponse.responseTo(Dialect.OPENAI_CHAT)
        .feed(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\napim-request-id: a-1\r\n"
                + "x-ms-region: West Europe\r\n\r\n"
                + body)
        .closed();
  }

  @Test
  void aFirstChunkWithoutChoices_isNoContent_andNoEnd() {
    TappedResponse run = stream(PROMPT_FILTER + TEXT);

    assertThat(run.count(Content.LIFECYCLE)).isEqualTo(1);
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
    assertThat(run.events(FinishSeen.class)).isEmpty();
    assertThat(run.cause()).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
  }

  @Test
  void chunksOfALateFilter_haveNoDelta_andTakeNoProofBack() {
    TappedResponse run =
        stream(PROMPT_FILTER + TEXT + LATE_FILTER + STOP + LATE_FILTER + data("[DONE]"));

    assertThat(run.events())
        .containsSubsequence(
            new Correlated(AT, Correlation.REQUEST_ID, new Token("a-1")),
            new Correlated(AT, Correlation.RESPONSE_ID, new Token("chatcmpl-1")),
            new TerminalProven(AT, Finish.STOP),
            new SentinelSeen(AT));
    assertThat(run.events(Malformed.class)).isEmpty();
    assertThat(run.count(Content.TEXT)).isEqualTo(1);
    assertThat(run.cause()).isEqualTo(Cause.NONE);
  }

  @Test
  void aFilteredResponse_endsWithoutTheSentinel() {
    TappedResponse run = stream(PROMPT_FILTER + TEXT + filter("'content_filter'"));

    assertThat(run.events()).contains(new TerminalProven(AT, Finish.CONTENT_FILTER));
    assertThat(run.events(SentinelSeen.class)).isEmpty();
    assertThat(run.cause()).isEqualTo(Cause.POLICY_CONTENT_FILTER);
  }

  @Test
  void anInnerError_saysMoreThanTheOuter() {
    String error =
        "{'error':{'message':'CANARY','code':'BadRequest',"
            + "'innererror':{'code':'ResponsibleAIPolicyViolation'}}}";

    assertThat(stream(TEXT + data(error)).events())
        .contains(
            new ProviderFailed(AT, ProviderFailure.CONTENT_FILTER, new Token("BadRequest"), true));
  }
}
