// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.gateway.client.ClientOutput;
import dev.lastbyte.gateway.correlation.RunHandle;
import dev.lastbyte.gateway.recording.RecordedRun;
import dev.lastbyte.gateway.transport.EventLoopContext;
import dev.lastbyte.wire.ResponseTap;
import dev.lastbyte.wire.http.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Supplier;

/**
 * The answer of an exchange on its way from the provider to the client: followed, counted, and
 * passed on as it came. Used on its event loop only.
 */
final class ResponsePipe {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final ClientOutput output;
  private final EventLoopContext context;
  private final RecordedRun run;
  private final Supplier<ResponseTap> taps;
  private ResponseTap tap;
  private long received;
  private long sent;
  private boolean delivered;
  private boolean hasExcess;
  private boolean attemptHeaderWritten;

  /**
   * @param taps gives a tap of the answer to the attempt at hand
   */
  ResponsePipe(
      ClientOutput output, EventLoopContext context, RecordedRun run, Supplier<ResponseTap> taps) {
    this.output = output;
    this.context = context;
    this.run = run;
    this.taps = taps;
    this.tap = taps.get();
  }

  /** Bytes that came from the provider. */
  long received() {
    return received;
  }

  /** Bytes of it that the client was given. */
  long sent() {
    return sent;
  }

  /** Whether all of it came. */
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
   * @return whether any of them are of the answer; no others are left in {@code bytes}
   */
  boolean feed(ByteBuf bytes) {
    int allBytes = bytes.readableBytes();
    received += allBytes;
    long now = run.now();
    run.checkpoint(now);
    int responseBytes = tap.messageComplete() ? 0 : context.feed(bytes, tap, now);
    if (responseBytes < allBytes) {
      // Passed on, it would be taken for the answer to the client's next request.
      hasExcess = true;
      bytes.writerIndex(bytes.readerIndex() + responseBytes);
    }
    return responseBytes > 0;
  }

  /** Takes over bytes that nobody waits for any more, and follows them all the same. */
  void discard(ByteBuf bytes) {
    boolean unused = feed(bytes);
    bytes.release();
  }

  /** Takes over bytes of it, and passes them on to the client. */
  void forward(ByteBuf bytes, Exchange exchange) {
    sent += bytes.readableBytes();
    write(withAttemptHeader(bytes), exchange);
  }

  private void write(ByteBuf bytes, Exchange exchange) {
    if (tap.messageComplete()) {
      output
          .send(bytes)
          .addListener(future -> {
            if (future.isSuccess()) {
              exchange.responseSent();
            }
          });
    } else {
      output.write(bytes);
    }
  }

  /** An answer that is not the first attempt's says so. */
  private ByteBuf withAttemptHeader(ByteBuf bytes) {
    if (run.attempt() == RunHandle.FIRST_ATTEMPT
        || attemptHeaderWritten
        || !AttemptHeader.hasStatusLine(bytes)) {
      return bytes;
    }
    attemptHeaderWritten = true;
    return AttemptHeader.insertAfterStatusLine(bytes, run.attempt());
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

  /** The provider lives, which no byte of the answer says. */
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
