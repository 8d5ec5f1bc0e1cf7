// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI Responses over a WebSocket: bytes go through, and each response is a run of its own. */
@Tag("slow")
@Timeout(300)
class WebSocketTest {

  private static final String UPGRADE =
      "GET /up/v1/responses HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
          + "X-Lastbyte-Run: mine\r\nX-Lastbyte-Run-Key: a-key-of-the-client\r\n\r\n";
  private static final String CREATE =
      "{\"type\":\"response.create\",\"model\":\"gpt-x\",\"store\":false,"
          + "\"input\":[{\"type\":\"function_call_output\"}],\"tools\":[{\"type\":\"function\"}]}";
  private static final String CREATED =
      "{\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}";
  private static final String DELTA =
      "{\"type\":\"response.output_text.delta\",\"delta\":\"Hello\"}";
  private static final String TOO_OLD =
      "{\"type\":\"error\",\"status\":400,\"error\":{\"type\":\"invalid_request_error\","
          + "\"code\":\"websocket_connection_limit_reached\",\"message\":\"x\"}}";
  private static final String COMPLETED = "{\"type\":\"response.completed\",\"response\":{}}";

  @TempDir private Path dir;

  private static String switching(String... extra) {
    return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
        + String.join("", extra)
        + "\r\n";
  }

  private static void readRequest(Peer peer) throws Exception {
    peer.readExactly(WebSocketFrames.client(CREATE).length);
  }

  private static String text(byte[] frames) {
    return new String(frames, ISO_8859_1);
  }

  @Test
  void eachResponseAndTheUpgrade_areRunsOfTheirOwn() throws Exception {
    byte[] response =
        WebSocketFrames.joined(
            WebSocketFrames.server(CREATED),
            WebSocketFrames.ping(false),
            WebSocketFrames.fragmented(DELTA, false),
            WebSocketFrames.server(COMPLETED));
    RawProvider.Script twice =
        peer -> {
          peer.readHead();
          peer.send(switching());
          for (int i = 0; i < 2; i++) {
            readRequest(peer);
            peer.send(response);
          }
          peer.readToEnd();
        };
    try (var provider = RawProvider.playing(twice);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      assertThat(client.send(UPGRADE).readHead()).isEqualTo(switching());
      RunLog upgrade = bed.nextRun();
      assertThat(TestBed.eventNames(upgrade))
          .contains("Connected", "ResponseStarted", "ContentOpaque");
      assertThat(cause(upgrade)).isEqualTo(Cause.NONE);

      client.send(WebSocketFrames.client(CREATE));
      assertThat(client.readExactly(response.length)).isEqualTo(text(response));
      RunLog first = bed.nextRun();
      assertThat(TestBed.eventNames(first))
          .containsSubsequence(
              "AttemptStarted", "Correlated", "RequestBegan", "RequestDescribed", "RequestSent")
          .containsSubsequence("TerminalProven", "BodyEnded")
          .doesNotContain("ConnectionReused", "ContentOpaque", "Malformed", "PeerClosed")
          .endsWith("RunEnded");
      assertThat(cause(first)).isEqualTo(Cause.NONE);
      RequestDescribed described = TestBed.only(first, RequestDescribed.class);
      assertThat(described.streaming()).isEqualTo(Known.YES);
      assertThat(described.stores()).isEqualTo(Known.NO);
      assertThat(described.toolResults()).isEqualTo(1);
      assertThat(described.toolsOffered()).isEqualTo(1);
      assertThat(TestBed.only(first, RequestSent.class).bytes())
          .isEqualTo(WebSocketFrames.client(CREATE).length);
      assertThat(first.events())
          .filteredOn(Correlated.class::isInstance)
          .extracting(event -> ((Correlated) event).value().value())
          .containsExactlyInAnyOrder("mine", "resp_1");
      assertThat(count(first, Content.HEARTBEAT)).isEqualTo(2);
      assertThat(count(first, Content.TEXT)).isEqualTo(1);

      client.send(WebSocketFrames.client(CREATE));
      client.readExactly(response.length);
      assertThat(TestBed.eventNames(bed.nextRun())).contains("ConnectionReused", "TerminalProven");

      client.disconnect();
      provider.await();
      assertThat(bed.endedRuns()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; server_no_context_takeover; client_no_context_takeover"})
  void compressedMessages_areParsed(String takeover) throws Exception {
    String extension = "Sec-WebSocket-Extensions: permessage-deflate" + takeover + "\r\n";
    var ours = new Deflater(Deflater.BEST_COMPRESSION, true);
    var listenerFault = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] request = WebSocketFrames.deflated(ours, CREATE, true);
    byte[][] parts = new byte[3][];
    for (int i = 0; i < 3; i++) {
      parts[i] =
          WebSocketFrames.deflated(
              listenerFault, new String[] {CREATED, DELTA, COMPLETED}[i], false);
      if (!takeover.isEmpty()) {
        listenerFault.reset();
      }
    }
    byte[] response = WebSocketFrames.joined(parts);
    RawProvider.Script once =
        peer -> {
          peer.readHead();
          peer.send(switching(extension));
          peer.readExactly(request.length);
          peer.send(response).readToEnd();
        };
    try (var provider = RawProvider.playing(once);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client.send(request);
      client.readExactly(response.length);

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, RequestDescribed.class).toolsOffered()).isEqualTo(1);
      assertThat(count(run, Content.TEXT)).isEqualTo(1);
      assertThat(TestBed.eventNames(run)).contains("TerminalProven").doesNotContain("Malformed");
    }
    ours.end();
    listenerFault.end();
  }

  @Test
  void unknownExtension_isTunnelledWithoutParsing() throws Exception {
    String head = switching("Sec-WebSocket-Extensions: x-shuffle\r\n");
    RawProvider.Script echo =
        peer -> {
          peer.readHead();
          peer.send(head);
          readRequest(peer);
          peer.send(WebSocketFrames.server(COMPLETED));
        };
    try (var provider = RawProvider.playing(echo);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      client.send(WebSocketFrames.client(CREATE)).readToEnd();

      assertThat(TestBed.eventNames(bed.nextRun())).contains("ContentOpaque", "PeerClosed");
    }
  }

  @Test
  void errorEvent_endsItsRun_andKeepsTheConnection() throws Exception {
    String error =
        "{\"type\":\"error\",\"status\":400,\"error\":{\"type\":\"invalid_request_error\","
            + "\"code\":\"previous_response_not_found\",\"message\":\"x\"}}";
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          peer.send(WebSocketFrames.server(error));
          readRequest(peer);
          peer.send(WebSocketFrames.server(COMPLETED)).readToEnd();
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client.send(WebSocketFrames.client(CREATE));
      client.readExactly(WebSocketFrames.server(error).length);
      assertThat(TestBed.only(bed.nextRun(), ProviderFailed.class).failure())
          .isEqualTo(ProviderFailure.STATE_LOST);
      client.send(WebSocketFrames.client(CREATE));
      client.readExactly(WebSocketFrames.server(COMPLETED).length);
      assertThat(TestBed.eventNames(bed.nextRun())).contains("TerminalProven");
    }
  }

  @Test
  void connectionLimitError_recordsTheCloseInItsRun() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          peer.send(WebSocketFrames.server(TOO_OLD));
          peer.fin().readToEnd();
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client.send(WebSocketFrames.client(CREATE)).readToEnd();

      RunLog run = bed.nextRun();
      assertThat(TestBed.eventNames(run))
          .containsSubsequence("ProviderFailed", "PeerClosed")
          .doesNotContain("BodyEnded", "ContentFlowed");
      assertThat(Diagnoser.diagnose(RunFacts.of(run)).code())
          .isEqualTo("conn.goaway@await_first_byte/provider");
    }
  }

  @Test
  void connectionThatStaysOpenAfterSuchAnError_keepsServing() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          peer.send(WebSocketFrames.server(TOO_OLD));
          readRequest(peer);
          peer.send(WebSocketFrames.server(COMPLETED)).readToEnd();
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client
          .send(WebSocketFrames.client(CREATE))
          .readExactly(WebSocketFrames.server(TOO_OLD).length);
      client
          .send(WebSocketFrames.client(CREATE))
          .readExactly(WebSocketFrames.server(COMPLETED).length);

      assertThat(TestBed.eventNames(bed.nextRun()))
          .containsSubsequence("ProviderFailed", "BodyEnded");
      assertThat(TestBed.eventNames(bed.nextRun())).contains("TerminalProven");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1009, 1011, 1013})
  void providerCloseFrameWithinAResponse_endsItsRun(int code) throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          peer.send(
              WebSocketFrames.joined(
                  WebSocketFrames.server(CREATED), WebSocketFrames.close(code, false)));
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client.send(WebSocketFrames.client(CREATE)).readToEnd();

      RunLog run = bed.nextRun();
      WebSocketClosed closed = TestBed.only(run, WebSocketClosed.class);
      assertThat(closed.code()).isEqualTo(code);
      assertThat(closed.fromPeer()).isTrue();
      assertThat(closed.vantage()).isEqualTo(Vantage.GATEWAY_UP);
      assertThat(cause(run))
          .isEqualTo(
              switch (code) {
                case 1000 -> Cause.STREAM_SILENT_TRUNCATION;
                case 1001 -> Cause.CONN_GOAWAY;
                case 1009 -> Cause.PROVIDER_TOO_LARGE;
                case 1011 -> Cause.PROVIDER_SERVER_ERROR;
                case 1013 -> Cause.PROVIDER_OVERLOADED;
                default -> throw new IllegalArgumentException("no such code: " + code);
              });
    }
  }

  @Test
  void clientCloseFrame_isAClientClose() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          peer.send(WebSocketFrames.server(CREATED)).readToEnd();
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client.send(WebSocketFrames.client(CREATE));
      client.readExactly(WebSocketFrames.server(CREATED).length);
      client.send(WebSocketFrames.close(1000, true));

      WebSocketClosed closed = TestBed.only(bed.nextRun(), WebSocketClosed.class);
      assertThat(closed.vantage()).isEqualTo(Vantage.GATEWAY_DOWN);
    }
  }

  @Test
  void tcpCloseWithoutACloseFrame_isRecordedAsSuch() throws Exception {
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();
      client.send(WebSocketFrames.client(CREATE)).readToEnd();

      RunLog run = bed.nextRun();
      assertThat(TestBed.only(run, PeerClosed.class).sent())
          .isEqualTo(WebSocketFrames.client(CREATE).length);
      assertThat(cause(run)).isEqualTo(Cause.WAIT_EMPTY_REPLY);
    }
  }

  @Test
  void invalidFrames_passUnchanged_andAreRecordedAsMalformed() throws Exception {
    byte[] broken = {(byte) 0xF3, 0, 1, 2, 3};
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          peer.send(broken);
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();

      assertThat(client.send(WebSocketFrames.client(CREATE)).readToEnd().text())
          .isEqualTo(text(broken));
      assertThat(TestBed.only(bed.nextRun(), Malformed.class).what())
          .isEqualTo(Malformation.HTTP_FRAMING);
    }
  }

  @Test
  void refusedUpgrade_isAFailedRun() throws Exception {
    String response = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    try (var provider =
            RawProvider.playing(peer -> {
              peer.readHead();
              peer.send(response);
            });
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      assertThat(client.send(UPGRADE).readMessage()).isEqualTo(response);
      assertThat(cause(bed.nextRun())).isEqualTo(Cause.PROVIDER_AUTH);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anySplitAndAnyDamage_passByteForByte(long seed) throws Exception {
    var random = new Random(seed);
    byte[] response =
        WebSocketFrames.joined(
            WebSocketFrames.server(CREATED),
            WebSocketFrames.fragmented(DELTA, false),
            WebSocketFrames.server(COMPLETED));
    boolean damaged = seed % 2 == 1;
    if (damaged) {
      response[random.nextInt(response.length)] ^= (byte) (1 << random.nextInt(8));
    }
    RawProvider.Script script =
        peer -> {
          peer.readHead();
          peer.send(switching());
          readRequest(peer);
          for (int at = 0; at < response.length; ) {
            int size = Math.min(response.length - at, 1 + random.nextInt(20));
            peer.send(Arrays.copyOfRange(response, at, at + size));
            at += size;
          }
        };
    try (var provider = RawProvider.playing(script);
        var bed = TestBed.forProvider(dir, provider);
        var client = bed.client()) {

      client.send(UPGRADE).readHead();
      bed.nextRun();

      assertThat(client.send(WebSocketFrames.client(CREATE)).readToEnd().text())
          .isEqualTo(text(response));
      RunLog run = bed.nextRun();
      if (!damaged) {
        assertThat(TestBed.eventNames(run)).contains("TerminalProven");
      }
    }
  }

  private static Cause cause(RunLog run) {
    return Diagnoser.diagnose(RunFacts.of(run)).cause();
  }

  private static long count(RunLog run, Content kind) {
    return run.events().stream()
        .filter(ContentFlowed.class::isInstance)
        .map(ContentFlowed.class::cast)
        .filter(flowed -> flowed.content() == kind)
        .mapToLong(ContentFlowed::count)
        .sum();
  }
}
