// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.websocket;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.wire.UpgradeHandlers;
import dev.lastbyte.wire.conversation.HashKey;
import dev.lastbyte.wire.http.PayloadSink;
import dev.lastbyte.wire.http.RequestHead;
import dev.lastbyte.wire.http.ResponseHead;
import dev.lastbyte.wire.websocket.NegotiatedExtensions;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection became a WebSocket that can be followed, and what is to be told to it then.
 * Used on its event loop only.
 */
public final class WebSocketUpgrade implements UpgradeHandlers {

  private final RequestHead request;
  private final Dialect dialect;
  private final Supplier<RecordedRun> runs;
  private final HashKey key;
  private final RunClock clock;
  private @Nullable ResponsesWebSocket socket;

  /**
   * @param runs begins a run of the same caller at the same provider
   * @param key what conversations are hashed with
   */
  public WebSocketUpgrade(
      RequestHead request,
      Dialect dialect,
      Supplier<RecordedRun> runs,
      HashKey key,
      RunClock clock) {
    this.request = request;
    this.dialect = dialect;
    this.runs = runs;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public @Nullable PayloadSink accepted(ResponseHead head) {
    boolean webSocket =
        request.offersUpgrade()
            && request.fields().indexOf("sec-websocket-key", 0) >= 0
            && head.fields().lists("upgrade", "websocket");
    NegotiatedExtensions agreed = NegotiatedExtensions.of(head.fields());
    if (webSocket && dialect == Dialect.OPENAI_RESPONSES && agreed != null) {
      socket = new ResponsesWebSocket(agreed, runs, key, clock);
    }
    return socket;
  }

  /** Whether it did. */
  public boolean isFollowed() {
    return socket != null;
  }

  /** Shows what the client sent, if that is followed. */
  public void fromClient(ByteBuf bytes, EventLoopContext context) {
    if (socket != null) {
      context.feed(bytes, socket.clientBytes());
    }
  }

  /** What was shown last is on its way to the provider. */
  public void requestSending(ChannelFuture sent) {
    List<WebSocketRun> sentRuns = socket == null ? List.of() : socket.takeUnsent();
    if (!sentRuns.isEmpty()) {
      sent.addListener(future -> {
        if (future.isSuccess()) {
          sentRuns.forEach(WebSocketRun::requestSent);
        }
      });
    }
  }

  public void providerClosed(CloseMark mark) {
    if (socket != null) {
      socket.providerClosed(mark);
    }
  }

  /**
   * The client has closed the upgraded connection.
   *
   * @param localMark how the provider sees the end that follows
   */
  public void clientClosed(CloseMark mark, CloseMark localMark) {
    if (socket != null) {
      socket.clientClosed(mark, localMark);
    }
  }

  /**
   * The gateway ends the upgraded connection.
   *
   * @param localMark how the provider sees the end that follows
   */
  public void stopped(CloseMark localMark) {
    if (socket != null) {
      socket.stopped(localMark);
    }
  }
}
