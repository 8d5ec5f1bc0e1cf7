// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.LifeEvent.RetryReason;
import dev.lastbyte.core.event.LifeEvent.RetryScheduled;
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
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 *
 * <p>Where recovery is on, an end before the first byte of an answer may lead back to dialling.
 *
 * <p>Longer than most files here: it is one life, and its states must be seen together.
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
  private final Supplier<ResponseTap> responses;
  private final Upgrade upgrade;
  private final Resend resend;
  private ResponseTap response;
  private CompositeByteBuf waiting;
  private @Nullable Upstream upstream;
  private @Nullable Dialler dialler;
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
  private boolean requestBegun;
  private boolean pausing;
  private boolean marked;
  private boolean over;

  /**
   * @param responses gives a tap of the response to the attempt at hand
   * @param start what there is of the request, its head as the provider gets it; taken over
   * @param fromClient how many bytes that was when it came
   */
  Exchange(
      ClientConnection client,
      Lane lane,
      RecordedRun run,
      RequestTap request,
      Supplier<ResponseTap> responses,
      Upgrade upgrade,
      Resend resend,
      CompositeByteBuf start,
      long fromClient) {
    this.client = client;
    this.output = client.output();
    this.lane = lane;
    this.run = run;
    this.request = request;
    this.responses = responses;
    this.response = responses.get();
    this.upgrade = upgrade;
    this.resend = resend;
    this.waiting = start;
    this.fromClient = fromClient;
  }

  RecordedRun run() {
    return run;
  }

  /** Sets out for the provider, on a connection that is at hand or on a new one. */
  void begin(Upstream upstream, Dialler dialler) {
    this.upstream = upstream;
    this.dialler = dialler;
    describeIfWhole();
    ProviderConnection pooled = lane.pool().take(upstream);
    if (pooled == null) {
      dial(upstream, dialler);
    } else {
      run.record(pooled.reused(run.up()));
      connected(pooled);
    }
  }

  private void dial(Upstream to, Dialler by) {
    dial = new Dial(by, this, to, lane);
    dial.start();
  }

  /**
   * Sends the request again after a pause, if that is safe and allowed; on a new connection.
   *
   * @param why what made it try again
   */
  @SuppressWarnings(
      "FutureReturnValueIgnored") // not set only if the loop has ended, and all with it
  private boolean recovers(RetryReason why) {
    Upstream to = upstream;
    Dialler by = dialler;
    Duration pause = over ? null : resend.pauseAfter(run, ThreadLocalRandom.current().nextDouble());
    if (pause == null || to == null || by == null) {
      return false;
    }
    run.record(new RetryScheduled(run.up(), why, pause.toNanos()));
    if (requestBegun) {
      requestBegun = false;
      waiting = resend.take();
    }
    pausing = true;
    lane.loop().schedule(() -> again(to, by), pause.toNanos(), TimeUnit.NANOSECONDS);
    return true;
  }

  private void again(Upstream to, Dialler by) {
    pausing = false;
    if (!over) {
      run.nextAttempt();
      response = responses.get();
      toProvider = 0;
      requestThrough = false;
      dial(to, by);
    }
  }

  void connected(ProviderConnection connection) {
    dial = null;
    provider = connection;
    connection.serve(this);
    run.record(new RequestBegan(run.up()));
    requestBegun = true;
    send(connection, waiting);
    client.adjustReading();
  }

  void unreachable(Unreachable why) {
    dial = null;
    if (recovers(RetryReason.CONNECTION)) {
      return;
    }
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
    } else if (dial != null || pausing) {
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
    resend.keep(bytes);
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
    resend.forget(); // an answer has begun
    int all = bytes.readableBytes();
    int mine = response.messageComplete() ? 0 : lane.show(bytes, response, run.now());
    if (mine < all) {
      // Passed on, it would be taken for the answer to the client's next request.
      excess = true;
      bytes.writerIndex(bytes.readerIndex() + mine);
    }
    toClient += mine;
    pass(mine == 0 ? bytes : marked(bytes), mine);
    if (!tunnelled && isTunnel()) {
      tunnelled = true;
      upgraded();
    }
  }

  private void pass(ByteBuf bytes, int mine) {
    if (mine == 0) {
      bytes.release();
    } else if (response.messageComplete()) {
      output.send(bytes).addListener(future -> responseSent(future.isSuccess()));
    } else {
      output.write(bytes);
    }
  }

  /** An answer that is not the first attempt's says so. */
  private ByteBuf marked(ByteBuf bytes) {
    if (run.attempt() == RecordedRun.ATTEMPT || marked || !AttemptMark.fits(bytes)) {
      return bytes;
    }
    marked = true;
    return AttemptMark.behindStatusLine(bytes, run.attempt());
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
    if (recovers(RetryReason.CONNECTION)) {
      return;
    }
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
    }
    if (dial != null || pausing) {
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
    resend.forget();
    describe(); // what was seen of a request that never came to its end
    run.end();
  }

  private static boolean keepsAlive(RequestTap request) {
    RequestHead head = request.head();
    return head != null && head.keepsAlive();
  }
}
