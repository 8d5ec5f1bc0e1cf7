// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.websocket;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.websocket.MessageSink;
import dev.lastbyte.wire.websocket.NegotiatedExtensions;
import dev.lastbyte.wire.websocket.SocketTap;
import dev.lastbyte.wire.websocket.WebSocketRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on which OpenAI Responses are asked for, followed beside the bytes: each {@code
 * response.create} begins a run, which ends with its response. What the connection does while no
 * response is due belongs to no run. Used on its event loop only.
 *
 * <p>Responses come in the order in which they were asked for. Where one says that the connection
 * ends with it, that end is part of its run.
 */
public final class ResponsesWebSocket implements PayloadSink {

  /** The most runs that wait for their response; a client that asks for more is not followed. */
  private static final int MAX_OPEN = 32;

  private final PayloadSink clientBytes = this::fromClient;
  private final Supplier<RecordedRun> runs;
  private final HashKey key;
  private final RunClock clock;
  private final long establishedAtNanos;
  private final SocketTap client;
  private final SocketTap provider;
  private final ArrayDeque<WebSocketRun> open = new ArrayDeque<>();
  private List<WebSocketRun> unsent = new ArrayList<>(1);
  private long lastByteAtNanos;
  private boolean used;
  private boolean closesAfterResponse;
  private boolean providerUnreadable;
  private boolean ended;

  /**
   * @param runs begins a run
   * @param key what conversations are hashed with
   */
  ResponsesWebSocket(
      NegotiatedExtensions agreed, Supplier<RecordedRun> runs, HashKey key, RunClock clock) {
    this.runs = runs;
    this.key = key;
    this.clock = clock;
    this.establishedAtNanos = clock.nanos();
    this.lastByteAtNanos = establishedAtNanos;
    this.client = SocketTap.ofClient(agreed, new ClientMessages());
    this.provider = SocketTap.ofServer(agreed, new ProviderMessages());
  }

  /** Takes bytes of the provider. */
  @Override
  public void payload(byte[] bytes, int from, int to) {
    if (!ended) {
      WebSocketRun due = open.peekFirst();
      if (due != null) {
        due.received(to - from);
      }
      provider.feed(bytes, from, to);
      lastByteAtNanos = clock.nanos();
    }
  }

  /** Takes bytes of the client. */
  PayloadSink clientBytes() {
    return clientBytes;
  }

  private void fromClient(byte[] bytes, int from, int to) {
    if (!ended) {
      client.feed(bytes, from, to);
      lastByteAtNanos = clock.nanos();
    }
  }

  /** The runs whose requests came whole, and were not taken before. */
  List<WebSocketRun> takeUnsent() {
    List<WebSocketRun> whole = unsent;
    if (!whole.isEmpty()) {
      unsent = new ArrayList<>(1);
    }
    return whole;
  }

  void providerClosed(CloseMark mark) {
    endAll(run -> run.providerClosed(mark));
  }

  void clientClosed(CloseMark mark, CloseMark localMark) {
    endAll(run -> run.clientClosed(mark, localMark));
  }

  void stopped(CloseMark localMark) {
    endAll(run -> run.stopped(localMark));
  }

  /** Ends what waits for a response; nothing comes after it. */
  private void endAll(Consumer<WebSocketRun> how) {
    if (!ended) {
      open.forEach(how);
      open.clear();
      ended = true;
      client.close();
      provider.close();
    }
  }

  private @Nullable WebSocketRun beginRun() {
    if (open.size() == MAX_OPEN) {
      endAll(WebSocketRun::endUntracked);
      return null;
    }
    if (closesAfterResponse) { // it did not end after all
      closesAfterResponse = false;
      open.removeFirst().responseComplete();
    }
    RecordedRun run = runs.get();
    if (used) {
      long now = clock.nanos();
      run.record(
          new ConnectionReused(
              run.upstreamStamp(), now - establishedAtNanos, now - lastByteAtNanos));
    }
    used = true;
    var begun = new WebSocketRun(run, clock::epochMillis);
    if (providerUnreadable) {
      begun.response().lost(false);
    }
    open.addLast(begun);
    return begun;
  }

  /** What the client asks for. */
  private final class ClientMessages implements MessageSink {

    private WebSocketRequest request = new WebSocketRequest(key);
    private @Nullable WebSocketRun asking;

    @Override
    public void began() {
      request = new WebSocketRequest(key);
      asking = null;
    }

    @Override
    public void piece(byte[] bytes, int from, int to) {
      boolean known = request.isCreate();
      request.read(bytes, from, to);
      if (!known && request.isCreate()) {
        asking = beginRun();
      }
    }

    @Override
    public void ended(long bytes) {
      if (asking != null) {
        asking.requestComplete(request, bytes);
        unsent.add(asking);
        asking = null;
      }
    }

    @Override
    public void heartbeat(long bytes) {}

    @Override
    public void closed(int code) {
      endAll(run -> run.endWithCloseFrame(Vantage.GATEWAY_DOWN, code));
    }

    /** Responses that are due still come. */
    @Override
    public void lost(boolean broken) {
      if (asking != null && broken) {
        asking.requestMalformed();
      }
    }
  }

  /** The responses of the provider. */
  private final class ProviderMessages implements MessageSink {

    @Override
    public void began() {}

    @Override
    public void piece(byte[] bytes, int from, int to) {
      WebSocketRun due = open.peekFirst();
      if (due != null) {
        due.response().read(bytes, from, to);
      }
    }

    @Override
    public void ended(long bytes) {
      WebSocketRun due = open.peekFirst();
      if (due == null || !due.response().messageEnded(bytes)) {
        return;
      }
      closesAfterResponse = due.response().endsConnection();
      if (!closesAfterResponse) {
        open.removeFirst();
        due.responseComplete();
      }
    }

    @Override
    public void heartbeat(long bytes) {
      WebSocketRun due = open.peekFirst();
      if (due != null) {
        due.response().heartbeat(bytes);
      }
    }

    @Override
    public void closed(int code) {
      endAll(run -> run.endWithCloseFrame(Vantage.GATEWAY_UP, code));
    }

    @Override
    public void lost(boolean broken) {
      providerUnreadable = true;
      open.forEach(run -> run.response().lost(broken));
    }
  }
}
