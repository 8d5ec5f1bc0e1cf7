// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static dev.lastbyte.wire.TappedResponse.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import org.junit.jupiter.api.Test;

/** Responses that came in HTTP/2 frames, followed in the form of HTTP/1.1. */
class Http2ResponseTest {

  private static final String HEAD =
      "HTTP/1.1 200 \r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n";

  private static TappedResponse inFrames(String text) {
    TappedResponse run = TappedResponse.responseOf(Dialect.OPENAI_CHAT);
    run.tap().markHttp2();
    return run.feed(text);
  }

  @Test
  void body_isCountedWithoutChunkFraming() {
    TappedResponse run = inFrames(HEAD + "3\r\nabc\r\n0\r\n\r\n");

    assertThat(run.events(ResponseStarted.class).getFirst().framing()).isEqualTo(Framing.FRAMES);
    assertThat(run.events()).contains(new BodyEnded(AT, 3, AT.atNanos(), BodyEnd.WHOLE));
  }

  @Test
  void bodyIsCut_whateverTheContentLength() {
    TappedResponse run = inFrames("HTTP/1.1 200 \r\ncontent-length: 4\r\n\r\nabc").closed();

    assertThat(run.events()).contains(new BodyEnded(AT, 3, AT.atNanos(), BodyEnd.CUT));
  }

  @Test
  void aResponseWithoutABody_hasNoFraming() {
    assertThat(inFrames("HTTP/1.1 204 \r\n\r\n").events(ResponseStarted.class).getFirst().framing())
        .isEqualTo(Framing.NONE);
  }

  @Test
  void aPing_isAHeartbeat_betweenHeadAndEnd() {
    TappedResponse run = inFrames("");
    run.tap().heartbeat(AT.atNanos());
    run.feed(HEAD);
    run.tap().heartbeat(AT.atNanos());
    run.feed("0\r\n\r\n");
    run.tap().heartbeat(AT.atNanos());

    assertThat(run.events(ContentFlowed.class))
        .singleElement()
        .satisfies(flow -> {
          assertThat(flow.content()).isEqualTo(Content.HEARTBEAT);
          assertThat(flow.count()).isEqualTo(1);
        });
  }
}
