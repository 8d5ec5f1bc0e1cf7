// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.Talk.idOf;
import static dev.lastbyte.gateway.Talk.link;
import static dev.lastbyte.gateway.Talk.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.session.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Responses on WebSockets that belong together. */
@Timeout(60)
class LinkedSocketRunsTest {

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

  private static RawProvider.Script answering(String question, String... messages) {
    return peer -> {
      peer.readHead();
      peer.send(SWITCHING);
      answer(peer, question, messages);
    };
  }

  private static void answer(Peer peer, String question, String... messages) throws Exception {
    peer.readExactly(Frames.client(question).length);
    for (String message : messages) {
      peer.send(Frames.server(message));
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
  void aQuestionThatWasCut_andIsAskedOnAnotherConnection_isARetry() throws Exception {
    String question = create("", ASK);
    try (var provider =
            RawProvider.playing(
                answering(question, created("resp_1")),
                answering(question, created("resp_2"), COMPLETED));
        var bed = TestBed.before(dir, provider);
        var one = connected(bed, "s")) {

      one.send(Frames.client(question)).readToEnd();
      RunLog first = bed.nextRun();
      try (var other = connected(bed, "s")) {
        other.send(Frames.client(question));
        RunLog second = bed.nextRun();

        assertThat(first.events()).noneMatch(RunLinked.class::isInstance);
        assertThat(link(second).link()).isEqualTo(Link.RETRY);
        assertThat(link(second).basis()).isEqualTo(LinkBasis.CONVERSATION);
        assertThat(link(second).earlier()).isEqualTo(idOf(first));
      }
    }
  }

  @Test
  void whatGoesOnFromAnAnswer_isAStep_andItsResultsProveThatToolsRan() throws Exception {
    String question = create("", ASK);
    String result =
        create(
            "resp_1",
            "{\"type\":\"function_call_output\",\"call_id\":\"call_1\",\"output\":\"done\"}");
    RawProvider.Script both =
        peer -> {
          answering(question, created("resp_1"), CALL, COMPLETED).play(peer);
          answer(peer, result, created("resp_2"), COMPLETED);
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(both);
        var bed = TestBed.before(dir, provider);
        var client = connected(bed, "s")) {

      client.send(Frames.client(question));
      RunLog first = bed.nextRun();
      client.send(Frames.client(result));
      RunLog step = bed.nextRun();

      assertThat(link(step).link()).isEqualTo(Link.STEP);
      assertThat(link(step).basis()).isEqualTo(LinkBasis.RESPONSE_ID);
      assertThat(link(step).earlier()).isEqualTo(idOf(first));
      assertThat(Place.of(step).session()).isEqualTo(Place.of(first).session());
      assertThat(TestBed.only(stored(bed, first), ToolResultSent.class).call().value())
          .isEqualTo("call_1");
    }
  }

  @Test
  void aWarmUp_isGoneOnFrom_withoutAnotherMessage() throws Exception {
    String warmUp = create("", ASK);
    String question = create("resp_1");
    RawProvider.Script both =
        peer -> {
          answering(warmUp, created("resp_1"), COMPLETED).play(peer);
          answer(peer, question, created("resp_2"), COMPLETED);
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(both);
        var bed = TestBed.before(dir, provider);
        var client = connected(bed, "s")) {

      client.send(Frames.client(warmUp));
      RunLog first = bed.nextRun();
      client.send(Frames.client(question));

      assertThat(link(bed.nextRun()).earlier()).isEqualTo(idOf(first));
    }
  }
}
