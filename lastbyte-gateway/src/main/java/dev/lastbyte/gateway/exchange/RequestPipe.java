// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.upstream.UpstreamConnection;
import dev.lastbyte.gateway.websocket.WebSocketUpgrade;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelFuture;

/**
 * The request of an exchange on its way from the client to the provider: what came, what waits for
 * a connection, and what went out. Used on its event loop only.
 */
final class RequestPipe {

  /** How much of a request waits for a connection before its client has to wait too. */
  private static final int MAX_WAITING_BYTES = 256 * 1024;

  private final RecordedRun run;
  private final RequestTap request;
  private final ReplayBuffer replayBuffer;
  private final WebSocketUpgrade upgrade;
  private Runnable whenSent = () -> {};
  private ByteBuf queued;
  private long received;
  private long sent;
  private boolean started;
  private boolean delivered;
  private boolean described;

  /**
   * @param start what there is of the request, its head as the provider gets it; taken over
   * @param received how many bytes that was when it came
   */
  RequestPipe(
      RecordedRun run,
      RequestTap request,
      ReplayBuffer replayBuffer,
      WebSocketUpgrade upgrade,
      ByteBuf start,
      long received) {
    this.run = run;
    this.request = request;
    this.replayBuffer = replayBuffer;
    this.upgrade = upgrade;
    this.queued = start;
    this.received = received;
  }

  /** Sets what runs each time that all of the request was handed to the provider's connection. */
  void whenSent(Runnable action) {
    whenSent = action;
  }

  /** Bytes that came from the client. */
  long received() {
    return received;
  }

  /** Bytes that were given to the provider over this attempt. */
  long sent() {
    return sent;
  }

  /** Whether all of it was handed to the provider. */
  boolean isDelivered() {
    return delivered;
  }

  /** Counts what came from the client. */
  void received(ByteBuf bytes) {
    received += bytes.readableBytes();
    describeIfComplete();
  }

  /** Takes over what must wait for a connection. */
  void enqueue(ByteBuf bytes) {
    CompositeByteBuf pieces =
        queued instanceof CompositeByteBuf several
            ? several
            : queued.alloc().compositeBuffer(Integer.MAX_VALUE).addComponent(true, queued);
    queued = pieces.addComponent(true, bytes);
  }

  /** Whether more of it can wait. */
  boolean hasRoom() {
    return queued.readableBytes() < MAX_WAITING_BYTES;
  }

  /** Lets go of what waits. */
  void discard() {
    queued.release();
  }

  /** Sends what has waited. */
  void start(UpstreamConnection upstream) {
    run.record(new RequestBegan(run.upstreamStamp()));
    started = true;
    send(queued, upstream);
  }

  /** Sends bytes, which are taken over. */
  void send(ByteBuf bytes, UpstreamConnection upstream) {
    sent += bytes.readableBytes();
    replayBuffer.append(bytes);
    ChannelFuture write = upstream.send(bytes);
    if (request.messageComplete() && !delivered) {
      write.addListener(future -> {
        if (future.isSuccess()) {
          whenSent.run();
        }
      });
    }
    upgrade.requestSending(write);
  }

  /**
   * All of it was handed to the provider.
   *
   * @return whether that is news
   */
  boolean markDelivered() {
    boolean news = !delivered;
    delivered = true;
    if (news) {
      run.record(new RequestSent(run.upstreamStamp(), sent));
    }
    return news;
  }

  /** What was sent waits again, to be sent once more. */
  void requeue() {
    if (started) {
      started = false;
      queued = replayBuffer.take();
    }
  }

  /** Another attempt begins. */
  void startNextAttempt() {
    sent = 0;
    delivered = false;
  }

  void describeIfComplete() {
    if (request.messageComplete()) {
      describe();
    }
  }

  /** Records what the request asks for, as far as its body was seen. */
  void describe() {
    if (!described) {
      described = true;
      run.describe(request);
    }
  }

  /** Whether the client's connection can carry another request. */
  boolean keepsAlive() {
    RequestHead head = request.head();
    return head != null && head.keepsAlive();
  }
}
