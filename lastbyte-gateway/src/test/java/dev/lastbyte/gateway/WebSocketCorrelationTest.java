// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.ChatFixture.idOf;
import static dev.lastbyte.gateway.ChatFixture.link;
import static dev.lastbyte.gateway.ChatFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.session.ConversationPosition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Responses on WebSockets that belong together. */
@Timeout(300)
class WebSocketCorrelationTest {

  private static final String SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
  private static final String ASK = "{\"role\":\"user\",\"content\":\"what is the time\"}";
  private static final String CALL =
      "{\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":{\"type\":"
          + "\"function_call\",\"id\":\"fc_1\",\"call_id\":\"call_1\",\"name\":\"f\","
          + "\"arguments\":\"{}\"}}";
  private static final String COMPLETED = "{\"type\":\"response.completed\",\"response\":{}}";

  @TempDir private Path dir;

  private static String upgrade(String session) {
    return "GET /up/v1/responses HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\n"
        + "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Sec-WebSocket-Version: 13\r\nX-Lastbyte-Run: mine\r\nsession-id: "
        + session
        + "\r\n\r\n";
  }

  private static String create(String previous, String... input) {
    return "{\"type\":\"response.create\",\"model\":\"m\","
        + (previous.isEmpty() ? "" : "\"previous_response_id\":\"" + previous + "\",")
        + "\"input\":["
        + String.join(",", input)
        + "]}";
  }

  private static String created(String id) {
    return "{\"type\":\"response.created\",\"response\":{\"id\":\"" + id + "\"}}";
  }

  private static RawProvider.Script responding(String question, String... messages) {
    return peer -> {
      peer.readHead();
      peer.send(SWITCHING);
      respond(peer, question, messages);
    };
  }

  private static void respond(Peer peer, String question, String... messages) throws Exception {
    peer.readExactly(WebSocketFrames.client(question).length);
    for (String message : messages) {
      peer.send(WebSocketFrames.server(message));
    }
  }

  /** Opens a connection, and lets its own run pass. */
  private static Peer connected(TestBed bed, String session) throws Exception {
    Peer client = bed.client();
    client.send(upgrade(session)).readHead();
    bed.nextRun();
    return client;
  }

  @Test
  void sameQuestionOnAnotherConnectionAfterACut_isARetry() throws Exception {
    String question = create("", ASK);
    try (var provider =
            RawProvider.playing(
                responding(question, created("resp_1")),
                responding(question, created("resp_2"), COMPLETED));
        var bed = TestBed.forProvider(dir, provider);
        var one = connected(bed, "s")) {

      one.send(WebSocketFrames.client(question)).readToEnd();
      RunLog first = bed.nextRun();
      try (var other = connected(bed, "s")) {
        other.send(WebSocketFrames.client(question));
        RunLog second = bed.nextRun();

        assertThat(first.events()).noneMatch(RunLinked.class::isInstance);
        assertThat(link(second).link()).isEqualTo(Link.RETRY);
        assertThat(link(second).basis()).isEqualTo(LinkBasis.CONVERSATION);
        assertThat(link(second).earlier()).isEqualTo(idOf(first));
      }
    }
  }

  @Test
  void previousResponseId_makesAStep_andToolResultsProveThatToolsRan() throws Exception {
    String question = create("", ASK);
    String result =
        create(
            "resp_1",
            "{\"type\":\"function_call_output\",\"call_id\":\"call_1\",\"output\":\"done\"}");
    RawProvider.Script both =
        peer -> {
          responding(question, created("resp_1"), CALL, COMPLETED).play(peer);
          respond(peer, result, created("resp_2"), COMPLETED);
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(both);
        var bed = TestBed.forProvider(dir, provider);
        var client = connected(bed, "s")) {

      client.send(WebSocketFrames.client(question));
      RunLog first = bed.nextRun();
      client.send(WebSocketFrames.client(result));
      RunLog step = bed.nextRun();

      assertThat(link(step).link()).isEqualTo(Link.STEP);
      assertThat(link(step).basis()).isEqualTo(LinkBasis.RESPONSE_ID);
      assertThat(link(step).earlier()).isEqualTo(idOf(first));
      assertThat(ConversationPosition.of(step).session())
          .isEqualTo(ConversationPosition.of(first).session());
      assertThat(TestBed.only(stored(bed, first), ToolResultSent.class).call().value())
          .isEqualTo("call_1");
    }
  }

  @Test
  void warmUpResponse_isContinued_withoutANewMessage() throws Exception {
    String warmUp = create("", ASK);
    String question = create("resp_1");
    RawProvider.Script both =
        peer -> {
          responding(warmUp, created("resp_1"), COMPLETED).play(peer);
          respond(peer, question, created("resp_2"), COMPLETED);
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(both);
        var bed = TestBed.forProvider(dir, provider);
        var client = connected(bed, "s")) {

      client.send(WebSocketFrames.client(warmUp));
      RunLog first = bed.nextRun();
      client.send(WebSocketFrames.client(question));

      assertThat(link(bed.nextRun()).earlier()).isEqualTo(idOf(first));
    }
  }
}
