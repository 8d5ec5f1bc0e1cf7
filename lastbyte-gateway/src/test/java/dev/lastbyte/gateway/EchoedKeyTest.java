// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that sends a request's own key back, in every place of a response that is kept. */
@Timeout(60)
class EchoedKeyTest {

  /** Of no shape that is known. */
  private static final String KEY = "Qw7" + "Kz2Lm9" + "Xp4Rt6Vb1" + "Nc8Hd3Jf5" + "Gs0Aq";

  @TempDir private Path dir;

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String response(String echo) {
    return """
    HTTP/1.1 200 OK\r
    content-type: text/event-stream\r
    x-request-id: req_@\r
    cf-ray: @\r
    x-ms-region: @\r
    connection: close\r
    \r
    event: message_start
    data: {"type":"message_start","message":{"id":"msg_@","model":"@"}}

    event: content_block_start
    data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"toolu_@","name":"f_@"}}

    event: message_delta
    data: {"type":"message_delta","delta":{"stop_reason":"stop_@"}}

    event: error
    data: {"type":"error","error":{"type":"err_@","message":"@"},"request_id":"req_@"}

    """
        .replace("@", echo);
  }

  private RunLog run(String target, String header, String echo) throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readMessage();
          peer.send(response(echo));
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {
      String body = "{\"model\":\"" + echo + "\",\"stream\":true,\"messages\":[]}";
      client
          .send(
              "POST /up/v1/messages"
                  + target
                  + " HTTP/1.1\r\nHost: h\r\nx-lastbyte-run: turn-"
                  + echo
                  + "\r\nx-session-id: "
                  + echo
                  + "\r\nx-client-request-id: "
                  + echo
                  + "\r\n"
                  + header
                  + "Content-Length: "
                  + body.length()
                  + "\r\n\r\n"
                  + body)
          .readToEnd();
      return bed.nextRun();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer KEY",
        "x-api-key: KEY",
        "api-key: KEY",
        "x-goog-api-key: KEY",
        "Cookie: theme=dark; session=KEY",
        "Sec-WebSocket-Protocol: realtime, openai-insecure-api-key.KEY",
        "?key=KEY"
      })
  void echoedKey_isNowhereInTheRun(String secret) throws Exception {
    boolean inQuery = secret.startsWith("?");
    String given = secret.replace("KEY", KEY);
    for (String echo : List.of(KEY, KEY.substring(4, 22), base64(KEY), base64("Bearer " + KEY))) {
      RunLog run = run(inQuery ? given : "", inQuery ? "" : given + "\r\n", echo);

      for (RunEvent event : run.events()) {
        assertThat(event.toString()).doesNotContain(echo);
      }
      assertThat(run.events().toString()).contains("ToolCallStarted", "ProviderFailed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"011CQ9pXyzAbCdEfGhIjKlMn", "550e8400-e29b-41d4-a716-446655440000"})
  void identifiers_areKeptBesideAKey(String id) throws Exception {
    RunLog run = run("", "Authorization: Bearer " + KEY + "\r\n", id);

    assertThat(run.events())
        .filteredOn(Correlated.class::isInstance)
        .map(Correlated.class::cast)
        .extracting(Correlated::correlation, Correlated::value)
        .contains(
            tuple(Correlation.REQUEST_ID, new Token("req_" + id)),
            tuple(Correlation.RESPONSE_ID, new Token("msg_" + id)),
            tuple(Correlation.CALLER_RUN, new Token("turn-" + id)),
            tuple(Correlation.SESSION_ID, new Token(id)));
  }
}
