// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Responses API on a WebSocket, as the JDK's own client meets it. */
@Timeout(300)
class WebSocketTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String CREATE = "{\"type\":\"response.create\",\"input\":\"hello\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Notes notes = new Notes();
  private FaultServer server;

  @BeforeEach
  void start() throws IOException {
    server = FaultServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    http.shutdownNow();
    server.close();
  }

  @Test
  void everyEventIsAMessage_andTheConnectionCarriesAnotherResponse() throws Exception {
    WebSocket client = connect("ws-ok");
    for (int i = 0; i < 2; i++) {
      client.sendText(CREATE, true);
      assertThat(notes.next(events("ws-ok").size())).isEqualTo(events("ws-ok"));
    }
    client.sendClose(1000, "");

    assertThat(notes.next(1)).containsExactly("close 1000");
    assertThat(server.awaitRequests(2, PATIENCE))
        .extracting(entry -> entry.asked().requestOnConnection())
        .containsExactly(1, 2);
    LedgerEntry entry = server.ledger().getFirst();
    assertThat(entry.asked().framing()).isEqualTo("websocket");
    assertThat(entry.asked().streaming()).isTrue();
    assertThat(entry.did().eventsWritten()).isEqualTo(events("ws-ok").size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1011, 1012, 1013})
  void theServerClosesWithACode(int code) throws Exception {
    connect("ws-close-" + code).sendText(CREATE, true);

    assertThat(notes.next(events("ws-close-" + code).size())).isEqualTo(events("ws-close-" + code));
    assertThat(notes.next(1)).containsExactly("close " + code);
    LedgerEntry.Did did = server.awaitRequests(1, PATIENCE).getFirst().did();
    assertThat(did.verb()).isEqualTo("websocket_close");
  }

  @Test
  void theServerEndsWithoutACloseFrame() throws Exception {
    connect("ws-close-1006").sendText(CREATE, true);
    List<String> told = notes.next(events("ws-close-1006").size());

    assertThat(told).isEqualTo(events("ws-close-1006"));
    // what the JDK says of an end without a close frame
    assertThat(notes.next(1)).containsExactly("close 1006");
  }

  @Test
  void aStalledResponse_sendsPingsOnly() throws Exception {
    WebSocket client = connect("ws-ping-only");
    client.sendText(CREATE, true);

    assertThat(notes.next(3)).containsExactly("ping", "ping", "ping");
    client.abort();
    assertThat(server.awaitRequests(1, PATIENCE).getFirst().did().heartbeats())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void aHalfOpenConnection_sendsNoPong() throws Exception {
    WebSocket client = connect("ws-half-open");
    client.sendText(CREATE, true);
    assertThat(notes.next(events("ws-half-open").size())).isEqualTo(events("ws-half-open"));

    // it falls silent right after its last event, and perhaps after a first ping
    String response = "pong";
    while (response != null) {
      assertThat(response).isEqualTo("pong");
      client.sendPing(ByteBuffer.allocate(1));
      response = notes.within(Duration.ofMillis(200));
    }
    client.abort();
    assertThat(server.awaitRequests(1, PATIENCE).getFirst().did().clientLeft()).isNotEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws-connection-limit", "ws-previous-response-not-found"})
  void anErrorIsAMessage(String name) throws Exception {
    connect(name).sendText(CREATE, true);

    assertThat(notes.next(1).getFirst())
        .startsWith("{\"type\":\"error\",\"status\":400,")
        .contains("\"code\":\"" + code(name) + "\"");
  }

  @Test
  void otherMessagesAreNotKnown() throws Exception {
    connect("ws-ok").sendText("{\"type\":\"session.update\"}", true);

    assertThat(notes.next(1).getFirst()).contains("a message must be a response.create");
    assertThat(server.ledger()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws-ok/v1/messages", "/text-fin/v1/responses", "/ws-fine/v1/responses"})
  void anUnknownPath_is404(String path) throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply =
          client
              .send(
                  "GET",
                  path,
                  "",
                  "upgrade: websocket",
                  "connection: upgrade",
                  "sec-websocket-version: 13",
                  "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==")
              .readReply();

      assertThat(reply).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void aWrongHandshakeIsRefused() throws Exception {
    try (RawClient client = RawClient.connectedTo(server)) {
      String reply =
          client
              .send("GET", "/ws-ok/v1/responses", "", "upgrade: websocket", "connection: upgrade")
              .readReply();

      assertThat(reply).startsWith("HTTP/1.1 400 ").contains("RFC 6455");
    }
  }

  private WebSocket connect(String name) throws Exception {
    URI base = server.baseUrl(Scenarios.named(name), Framing.WEBSOCKET);
    return http.newWebSocketBuilder()
        .buildAsync(URI.create(base + Dialect.OPENAI_RESPONSES.route()), notes)
        .get(10, TimeUnit.SECONDS);
  }

  private static String code(String name) {
    return name.equals("ws-connection-limit")
        ? "websocket_connection_limit_reached"
        : "previous_response_not_found";
  }

  /** The data of every event of a scenario. */
  private static List<String> events(String name) {
    Scenario scenario = Scenarios.named(name);
    return scenario.script(Dialect.OPENAI_RESPONSES, Framing.WEBSOCKET).steps().stream()
        .filter(Step.Event.class::isInstance)
        .map(step -> ((Step.Event) step).payload().text())
        .map(event -> event.substring(event.indexOf("data: ") + 6).strip())
        .toList();
  }

  /** Notes down whatever the server does. */
  private static final class Notes implements WebSocket.Listener {
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();

    List<String> next(int count) throws InterruptedException {
      var next = new ArrayList<String>();
      while (next.size() < count) {
        String note = within(PATIENCE);
        if (note == null) {
          throw new AssertionError("nothing came after " + next);
        }
        next.add(note);
      }
      return next;
    }

    @Nullable String within(Duration time) throws InterruptedException {
      return notes.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        notes.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      notes.add("ping");
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      notes.add("pong");
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      notes.add("close " + code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      notes.add("error " + error);
    }
  }
}
