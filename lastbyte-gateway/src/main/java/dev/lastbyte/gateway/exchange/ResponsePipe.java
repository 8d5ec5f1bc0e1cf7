// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.wire.ResponseTap;
import dev.lastbyte.wire.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The response of an exchange on its way from the provider to the client: followed, counted, and
 * passed on as it came. Used on its event loop only.
 */
final class ResponsePipe {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final ResponseSink output;
  private final EventLoopContext context;
  private final RecordedRun run;
  private final @Nullable String handedOutKey;
  private final Supplier<ResponseTap> taps;
  private Runnable whenSent = () -> {};
  private ResponseTap tap;
  private long received;
  private long sent;
  private boolean delivered;
  private boolean hasExcess;
  private boolean ownFieldsWritten;

  /**
   * @param handedOutKey the run's key, for its client to learn from the response; null for none
   * @param taps gives a tap of the response to the attempt at hand
   */
  ResponsePipe(
      ResponseSink output,
      EventLoopContext context,
      RecordedRun run,
      @Nullable String handedOutKey,
      Supplier<ResponseTap> taps) {
    this.output = output;
    this.context = context;
    this.run = run;
    this.handedOutKey = handedOutKey;
    this.taps = taps;
    this.tap = taps.get();
  }

  /** Sets what runs when the last bytes of the response were handed to the client. */
  void whenSent(Runnable action) {
    whenSent = action;
  }

  /** Bytes that came from the provider. */
  long received() {
    return received;
  }

  /** Bytes of the response that the client was given. */
  long sent() {
    return sent;
  }

  /** Whether all of the response came. */
  boolean isComplete() {
    return tap.messageComplete();
  }

  /**
   * Whether it is proven to be whole: by the API's own proof, or by the end of an HTTP message that
   * is in no API which has one.
   */
  boolean isProven() {
    List<RunEvent> events = run.recorder().log().events();
    boolean proven = events.stream().anyMatch(TerminalProven.class::isInstance);
    boolean opaque = events.stream().anyMatch(ContentOpaque.class::isInstance);
    return proven || (opaque && isComplete());
  }

  /** Whether all of it was handed to the client. */
  boolean isDelivered() {
    return delivered;
  }

  /** Whether both connections can carry another exchange after it. */
  boolean leavesConnectionReusable() {
    return tap.reusable() && !hasExcess;
  }

  /** Whether it changed the protocol, so that both sides' bytes have no bounds any more. */
  boolean isUpgrade() {
    ResponseHead head = tap.head();
    return head != null && head.status() == SWITCHING_PROTOCOLS;
  }

  /** Whether it may prove to be an error, on which the request can be sent again. */
  boolean mayBeError() {
    ResponseHead head = tap.head();
    return !tap.isMalformed() && (head == null || head.status() >= 400);
  }

  /**
   * Follows bytes from the provider.
   *
   * @return whether any of them are of the response; no others are left in {@code bytes}
   */
  boolean feed(ByteBuf bytes) {
    int allBytes = bytes.readableBytes();
    received += allBytes;
    long now = run.now();
    run.checkpoint(now);
    int responseBytes = tap.messageComplete() ? 0 : context.feed(bytes, tap, now);
    if (responseBytes < allBytes) {
      // Passed on, it would be taken for the response to the client's next request.
      hasExcess = true;
      bytes.writerIndex(bytes.readerIndex() + responseBytes);
    }
    return responseBytes > 0;
  }

  /** Takes over bytes that no client waits for any more, and follows them all the same. */
  void discard(ByteBuf bytes) {
    boolean unused = feed(bytes);
    bytes.release();
  }

  /** Takes over bytes of it, and passes them on to the client. */
  void forward(ByteBuf bytes) {
    sent += bytes.readableBytes();
    write(withOwnFields(bytes));
  }

  private void write(ByteBuf bytes) {
    if (tap.messageComplete()) {
      output
          .send(bytes)
          .addListener(future -> {
            if (future.isSuccess()) {
              whenSent.run();
            }
          });
    } else {
      output.write(bytes);
    }
  }

  /** A response that is not the first attempt's says so, and one may hand out the run's key. */
  private ByteBuf withOwnFields(ByteBuf bytes) {
    boolean first = run.attempt() == RunHandle.FIRST_ATTEMPT;
    if (ownFieldsWritten || (first && handedOutKey == null)) {
      return bytes;
    }
    int at = OwnResponseFields.position(bytes);
    if (at < 0) {
      return bytes;
    }
    ownFieldsWritten = true;
    return OwnResponseFields.insertAt(bytes, at, first ? 0 : run.attempt(), handedOutKey);
  }

  /** All of it was handed to the client. */
  void markDelivered() {
    delivered = true;
  }

  /** There will be no more of it. */
  void providerClosed() {
    tap.connectionEnded(run.now());
  }

  /** A provider is about to be asked. */
  void startAttempt(boolean http2) {
    if (http2) {
      tap.markHttp2();
    }
  }

  /** The provider lives, which no byte of the response says. */
  void heartbeat() {
    tap.heartbeat(run.now());
  }

  /** Another attempt begins. */
  void startNextAttempt() {
    tap = taps.get();
    received = 0;
    hasExcess = false;
  }
}
