// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.ResponseTap;
import dev.lastbyte.wire.http.RequestHead;
import dev.lastbyte.wire.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request of a client and its response: carries the bytes between the two connections, and
 * records the run. Used on its event loop only.
 *
 * <pre>
 * begin -&gt; (dialling | reused) -&gt; connected -&gt; over: request and response are through,
 *                                                   or either side ended first
 *               dialling       -&gt; unreachable: over
 * </pre>
 */
final class Exchange {

  /** How much of a request waits for a connection before its client has to wait too. */
  private static final int MAX_WAITING_BYTES = 256 * 1024;

  private static final int SWITCHING_PROTOCOLS = 101;

  private final ClientConnection client;
  private final ClientOutput output;
  private final Lane lane;
  private final RecordedRun run;
  private final RequestTap request;
  private final ResponseTap response;
  private final Upgrade upgrade;
  private final CompositeByteBuf waiting;
  private @Nullable Dial dial;
  private @Nullable ProviderConnection provider;
  private long fromClient;
  private long toClient;
  private long fromProvider;
  private long toProvider;
  private boolean requestThrough;
  private boolean responseThrough;
  private boolean excess;
  private boolean described;
  private boolean tunnelled;
  private boolean over;

  /**
   * @param start what there is of the request, its head as the provider gets it; taken over
   * @param fromClient how many bytes that was when it came
   */
  Exchange(
      ClientConnection client,
      Lane lane,
      RecordedRun run,
      RequestTap request,
      ResponseTap response,
      Upgrade upgrade,
      CompositeByteBuf start,
      long fromClient) {
    this.client = client;
    this.output = client.output();
    this.lane = lane;
    this.run = run;
    this.request = request;
    this.response = response;
    this.upgrade = upgrade;
    this.waiting = start;
    this.fromClient = fromClient;
  }

  RecordedRun run() {
    return run;
  }

  /** Sets out for the provider, on a connection that is at hand or on a new one. */
  void begin(Upstream upstream, Dialler dialler) {
    describeIfWhole();
    ProviderConnection pooled = lane.pool().take(upstream);
    if (pooled == null) {
      dial = new Dial(dialler, this, upstream, lane);
      dial.start();
    } else {
      run.record(pooled.reused(run.up()));
      connected(pooled);
    }
  }

  void connected(ProviderConnection connection) {
    dial = null;
    provider = connection;
    connection.serve(this);
    run.record(new RequestBegan(run.up()));
    send(connection, waiting);
    client.adjustReading();
  }

  void unreachable(Unreachable why) {
    dial = null;
    over = true;
    waiting.release();
    endRun();
    client.answer(Answer.error(502, why.code(), why.message()).about(run.id()));
  }

  /** Takes over bytes of the request, or of what a connection was upgraded to. */
  void fromClient(ByteBuf bytes) {
    fromClient += bytes.readableBytes();
    describeIfWhole();
    upgrade.fromClient(bytes, lane);
    if (provider != null) {
      send(provider, bytes);
    } else if (dial != null) {
      waiting.addComponent(true, bytes);
    } else {
      bytes.release(); // the provider has ended, and the client is about to see it
    }
  }

  /** Whether this side can take more of the request now. */
  boolean takesMore() {
    return provider == null ? waiting.readableBytes() < MAX_WAITING_BYTES : provider.takesMore();
  }

  private void send(ProviderConnection connection, ByteBuf bytes) {
    toProvider += bytes.readableBytes();
    ChannelFuture sent = connection.send(bytes);
    if (request.messageComplete() && !requestThrough) {
      sent.addListener(future -> {
        if (future.isSuccess()) {
          requestSent();
        }
      });
    }
    upgrade.sending(sent);
  }

  private void requestSent() {
    if (!over && !requestThrough) {
      requestThrough = true;
      run.record(new RequestSent(run.up(), toProvider));
      endIfThrough();
    }
  }

  /** Takes over bytes from the provider. */
  void fromProvider(ByteBuf bytes) {
    fromProvider += bytes.readableBytes();
    int all = bytes.readableBytes();
    int mine = response.messageComplete() ? 0 : lane.show(bytes, response, run.now());
    if (mine < all) {
      // Passed on, it would be taken for the answer to the client's next request.
      excess = true;
      bytes.writerIndex(bytes.readerIndex() + mine);
    }
    toClient += mine;
    if (mine == 0) {
      bytes.release();
    } else if (response.messageComplete()) {
      output.send(bytes).addListener(future -> responseSent(future.isSuccess()));
    } else {
      output.write(bytes);
    }
    if (!tunnelled && isTunnel()) {
      tunnelled = true;
      upgraded();
    }
  }

  /** On a WebSocket that is followed each response is a run of its own: this one has its answer. */
  private void upgraded() {
    if (upgrade.isFollowed()) {
      response.connectionEnded(run.now());
      endRun();
    }
    client.serve();
  }

  private void responseSent(boolean taken) {
    if (!over && taken) {
      responseThrough = true;
      endIfThrough();
    }
  }

  /** There is nothing more to read from the provider at the moment. */
  void providerPaused() {
    output.flush();
  }

  void providerWritabilityChanged() {
    client.adjustReading();
  }

  void clientWritabilityChanged(boolean writable) {
    if (provider != null) {
      provider.keepReading(writable);
    }
  }

  /** Whether the connection was upgraded, so that both sides' bytes have no bounds any more. */
  boolean isTunnel() {
    ResponseHead head = response.head();
    return head != null && head.status() == SWITCHING_PROTOCOLS;
  }

  /** The provider's side ended; the client gets to see the same, after all that came before. */
  void providerEnded(CloseMark mark) {
    provider = null;
    response.connectionEnded(run.now());
    run.record(new PeerClosed(run.up(), mark, fromProvider, toProvider));
    upgrade.providerEnded(mark);
    boolean nothingLeft = response.messageComplete() && requestThrough;
    if (!nothingLeft) {
      CloseMark mirrored = mark == CloseMark.RST ? CloseMark.RST : CloseMark.FIN;
      output.whenFlushed(() -> endClient(mirrored));
    }
  }

  private void endClient(CloseMark mark) {
    if (!over) {
      over = true;
      run.record(new LocalClosed(run.down(), mark, fromClient, toClient));
      endRun();
      client.end(mark);
    }
  }

  /** The client's side ended: the provider must stop at once. */
  void clientGone(CloseMark mark) {
    if (!over) {
      run.record(new PeerClosed(run.down(), mark, fromClient, toClient));
      upgrade.clientGone(mark, ownMark());
      abandon();
    }
  }

  /**
   * The rest of the request is malformed, so that nobody can tell where it ends.
   *
   * @param reason a stable word
   */
  void refused(String reason) {
    run.record(new Malformed(run.down(), Malformation.HTTP_FRAMING));
    run.record(new LocalClosed(run.down(), CloseMark.FIN, fromClient, toClient));
    abandon();
    if (toClient == 0) {
      client.answer(Answer.malformed(reason).about(run.id()));
    } else {
      output.whenFlushed(() -> client.end(CloseMark.FIN));
    }
  }

  /** The gateway itself ends. */
  void stop() {
    if (!over) {
      run.record(new LocalClosed(run.down(), CloseMark.FIN, fromClient, toClient));
      upgrade.stopped(ownMark());
      abandon();
    }
  }

  private CloseMark ownMark() {
    return provider == null ? CloseMark.FIN : provider.ownMark();
  }

  private void abandon() {
    over = true;
    if (dial != null) {
      dial.cancel();
      waiting.release();
    }
    if (provider != null) {
      run.record(new LocalClosed(run.up(), provider.ownMark(), fromProvider, toProvider));
      provider.close();
      response.connectionEnded(run.now());
    }
    endRun();
  }

  private void endIfThrough() {
    if (requestThrough && responseThrough) {
      over = true;
      endRun();
      boolean keep = response.reusable() && !excess && keepsAlive(request);
      if (provider != null && keep) {
        provider.rest();
      } else if (provider != null) {
        provider.close();
      }
      client.exchangeOver(keep);
    }
  }

  private void describeIfWhole() {
    if (request.messageComplete()) {
      describe();
    }
  }

  private void describe() {
    if (!described) {
      described = true;
      run.describe(request);
    }
  }

  private void endRun() {
    describe(); // what was seen of a request that never came to its end
    run.end();
  }

  private static boolean keepsAlive(RequestTap request) {
    RequestHead head = request.head();
    return head != null && head.keepsAlive();
  }
}
