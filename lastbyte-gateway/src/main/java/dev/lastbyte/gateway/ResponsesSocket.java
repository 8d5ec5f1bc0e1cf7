// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.websocket.Agreement;
import dev.lastbyte.wire.websocket.MessageSink;
import dev.lastbyte.wire.websocket.ResponsesRequest;
import dev.lastbyte.wire.websocket.SocketTap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket on which OpenAI Responses are asked for, followed beside the bytes: each {@code
 * response.create} begins a run, which ends with its response. What the connection does while no
 * response is due is nobody's failure. Used on its event loop only.
 *
 * <p>Responses come in the order in which they were asked for. Where one says that the connection
 * ends with it, that end is part of its run.
 */
final class ResponsesSocket implements PayloadSink {

  /** The most runs that wait for their response; a client that asks for more is not followed. */
  private static final int MAX_OPEN = 32;

  private final Supplier<RecordedRun> runs;
  private final HashKey key;
  private final RunClock clock;
  private final long establishedAtNanos;
  private final SocketTap client;
  private final SocketTap provider;
  private final ArrayDeque<SocketRun> open = new ArrayDeque<>();
  private List<SocketRun> unsent = new ArrayList<>(1);
  private long lastByteAtNanos;
  private boolean served;
  private boolean last;
  private boolean deaf;
  private boolean over;

  /**
   * @param runs begins a run
   * @param key what conversations are hashed with
   */
  ResponsesSocket(Agreement agreed, Supplier<RecordedRun> runs, HashKey key, RunClock clock) {
    this.runs = runs;
    this.key = key;
    this.clock = clock;
    this.establishedAtNanos = clock.nanos();
    this.lastByteAtNanos = establishedAtNanos;
    this.client = SocketTap.ofClient(agreed, new FromClient());
    this.provider = SocketTap.ofServer(agreed, new FromProvider());
  }

  /** Takes bytes of the provider. */
  @Override
  public void payload(byte[] bytes, int from, int to) {
    if (!over) {
      SocketRun due = open.peekFirst();
      if (due != null) {
        due.received(to - from);
      }
      provider.feed(bytes, from, to);
      lastByteAtNanos = clock.nanos();
    }
  }

  /** Takes bytes of the client. */
  void fromClient(byte[] bytes, int from, int to) {
    if (!over) {
      client.feed(bytes, from, to);
      lastByteAtNanos = clock.nanos();
    }
  }

  /** The runs whose requests came whole, and were not taken before. */
  List<SocketRun> takeUnsent() {
    List<SocketRun> whole = unsent;
    if (!whole.isEmpty()) {
      unsent = new ArrayList<>(1);
    }
    return whole;
  }

  void providerEnded(CloseMark mark) {
    endAll(run -> run.providerEnded(mark));
  }

  void clientGone(CloseMark mark, CloseMark ours) {
    endAll(run -> run.clientGone(mark, ours));
  }

  void stopped(CloseMark ours) {
    endAll(run -> run.stopped(ours));
  }

  /** Ends what waits for a response; nothing comes after it. */
  private void endAll(Consumer<SocketRun> how) {
    if (!over) {
      open.forEach(how);
      open.clear();
      over = true;
      client.close();
      provider.close();
    }
  }

  private @Nullable SocketRun begin() {
    if (open.size() == MAX_OPEN) {
      endAll(SocketRun::endUnseen);
      return null;
    }
    if (last) { // it did not end after all
      last = false;
      open.removeFirst().answered();
    }
    RecordedRun run = runs.get();
    if (served) {
      long now = clock.nanos();
      run.record(new ConnectionReused(run.up(), now - establishedAtNanos, now - lastByteAtNanos));
    }
    served = true;
    var begun = new SocketRun(run, clock::epochMillis);
    if (deaf) {
      begun.answer().lost(false);
    }
    open.addLast(begun);
    return begun;
  }

  /** What the client asks for. */
  private final class FromClient implements MessageSink {

    private ResponsesRequest request = new ResponsesRequest(key);
    private @Nullable SocketRun asking;

    @Override
    public void began() {
      request = new ResponsesRequest(key);
      asking = null;
    }

    @Override
    public void piece(byte[] bytes, int from, int to) {
      boolean known = request.isCreate();
      request.read(bytes, from, to);
      if (!known && request.isCreate()) {
        asking = begin();
      }
    }

    @Override
    public void ended(long bytes) {
      if (asking != null) {
        asking.asked(request, bytes);
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
        asking.requestBroken();
      }
    }
  }

  /** What the provider answers. */
  private final class FromProvider implements MessageSink {

    @Override
    public void began() {}

    @Override
    public void piece(byte[] bytes, int from, int to) {
      SocketRun due = open.peekFirst();
      if (due != null) {
        due.answer().read(bytes, from, to);
      }
    }

    @Override
    public void ended(long bytes) {
      SocketRun due = open.peekFirst();
      if (due == null || !due.answer().messageEnded(bytes)) {
        return;
      }
      last = due.answer().endsConnection();
      if (!last) {
        open.removeFirst();
        due.answered();
      }
    }

    @Override
    public void heartbeat(long bytes) {
      SocketRun due = open.peekFirst();
      if (due != null) {
        due.answer().heartbeat(bytes);
      }
    }

    @Override
    public void closed(int code) {
      endAll(run -> run.endWithCloseFrame(Vantage.GATEWAY_UP, code));
    }

    @Override
    public void lost(boolean broken) {
      deaf = true;
      open.forEach(run -> run.answer().lost(broken));
    }
  }
}
