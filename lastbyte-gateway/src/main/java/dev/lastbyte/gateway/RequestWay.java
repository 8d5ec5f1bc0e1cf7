// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.RequestEvent.RequestBegan;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.wire.RequestTap;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelFuture;

/**
 * The request of an exchange on its way from the client to the provider: what came, what waits for
 * a connection, and what went out. Used on its event loop only.
 */
final class RequestWay {

  /** How much of a request waits for a connection before its client has to wait too. */
  private static final int MAX_WAITING_BYTES = 256 * 1024;

  private final RecordedRun run;
  private final RequestTap request;
  private final Resend resend;
  private final Upgrade upgrade;
  private ByteBuf waiting;
  private long received;
  private long sent;
  private boolean begun;
  private boolean through;
  private boolean described;

  /**
   * @param start what there is of the request, its head as the provider gets it; taken over
   * @param received how many bytes that was when it came
   */
  RequestWay(
      RecordedRun run,
      RequestTap request,
      Resend resend,
      Upgrade upgrade,
      ByteBuf start,
      long received) {
    this.run = run;
    this.request = request;
    this.resend = resend;
    this.upgrade = upgrade;
    this.waiting = start;
    this.received = received;
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
  boolean isThrough() {
    return through;
  }

  /** Counts what came from the client. */
  void received(ByteBuf bytes) {
    received += bytes.readableBytes();
    describeIfWhole();
  }

  /** Takes over what must wait for a connection. */
  void hold(ByteBuf bytes) {
    CompositeByteBuf pieces =
        waiting instanceof CompositeByteBuf several
            ? several
            : waiting.alloc().compositeBuffer(Integer.MAX_VALUE).addComponent(true, waiting);
    waiting = pieces.addComponent(true, bytes);
  }

  /** Whether more of it can wait. */
  boolean hasRoom() {
    return waiting.readableBytes() < MAX_WAITING_BYTES;
  }

  /** Lets go of what waits. */
  void drop() {
    waiting.release();
  }

  /** Sends what has waited. */
  void begin(ProviderSide provider, Exchange exchange) {
    run.record(new RequestBegan(run.up()));
    begun = true;
    send(waiting, provider, exchange);
  }

  /** Sends, and tells the exchange when all of it is through. */
  void send(ByteBuf bytes, ProviderSide provider, Exchange exchange) {
    sent += bytes.readableBytes();
    resend.keep(bytes);
    ChannelFuture sending = provider.send(bytes);
    if (request.messageComplete() && !through) {
      sending.addListener(future -> {
        if (future.isSuccess()) {
          exchange.requestSent();
        }
      });
    }
    upgrade.sending(sending);
  }

  /**
   * All of it was handed to the provider.
   *
   * @return whether that is news
   */
  boolean passedThrough() {
    boolean news = !through;
    through = true;
    if (news) {
      run.record(new RequestSent(run.up(), sent));
    }
    return news;
  }

  /** What was sent waits again, to be sent once more. */
  void takeBack() {
    if (begun) {
      begun = false;
      waiting = resend.take();
    }
  }

  /** Another attempt begins. */
  void startOver() {
    sent = 0;
    through = false;
  }

  void describeIfWhole() {
    if (request.messageComplete()) {
      describe();
    }
  }

  /** Says what is asked, as far as it was seen. */
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
