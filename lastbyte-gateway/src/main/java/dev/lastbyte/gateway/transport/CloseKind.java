// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import io.netty.handler.codec.http2.Http2Error;
import org.jspecify.annotations.Nullable;

/** How one side of an exchange ended, as it shows on that side's wire. */
public sealed interface CloseKind {

  static CloseKind fin() {
    return new ConnectionClose(CloseMark.FIN);
  }

  static CloseKind rst() {
    return new ConnectionClose(CloseMark.RST);
  }

  static CloseKind unknown() {
    return new ConnectionClose(CloseMark.UNKNOWN);
  }

  /**
   * The end of the connection.
   *
   * @param requestReached whether a byte of the request can have reached the far end before
   */
  record ConnectionClose(CloseMark mark, Known requestReached) implements CloseKind {

    public ConnectionClose(CloseMark mark) {
      this(mark, Known.UNKNOWN);
    }
  }

  /**
   * The reset of one stream.
   *
   * @param code as it came (RFC 9113 §7)
   */
  record StreamClose(long code) implements CloseKind {}

  /**
   * The provider proved that it will not look at the stream (GOAWAY, RFC 9113 §6.8).
   *
   * @param mark how the connection ended then, or null if it lives on
   */
  record Refused(@Nullable CloseMark mark) implements CloseKind {}

  /**
   * The peer broke HTTP/2's own rules, and this side gave up on it.
   *
   * @param code what this side sent
   */
  record ProtocolError(long code) implements CloseKind {}

  /** What the wire shows of it. */
  default CloseMark closeMark() {
    return switch (this) {
      case ConnectionClose end -> end.mark();
      case StreamClose end -> CloseMark.RST_STREAM;
      case Refused end -> end.mark() == null ? CloseMark.UNKNOWN : end.mark();
      case ProtocolError end -> CloseMark.RST_STREAM;
    };
  }

  /** Whether it is an end as it should be, by which a message without a length is whole. */
  default boolean isOrderly() {
    return switch (closeMark()) {
      case FIN, TLS_CLOSE_NOTIFY -> true;
      case RST, TLS_TRUNCATED, RST_STREAM, WEBSOCKET, UNKNOWN -> false;
    };
  }

  /** The code by which another stream is reset for it. */
  default long resetCode() {
    return switch (this) {
      case ConnectionClose end -> Http2Error.INTERNAL_ERROR.code();
      case StreamClose end -> end.code();
      case Refused end -> Http2Error.REFUSED_STREAM.code();
      case ProtocolError end -> Http2Error.INTERNAL_ERROR.code();
    };
  }

  /**
   * What is to be recorded of it if the other side did it, or null if nothing ended.
   *
   * @param received bytes had from that side
   * @param sent bytes given to it
   */
  default @Nullable RunEvent peerEvent(Stamp stamp, long received, long sent) {
    return switch (this) {
      case ConnectionClose end ->
          new PeerClosed(stamp, end.mark(), received, sent, end.requestReached());
      case StreamClose end -> new StreamReset(stamp, tokenOf(end.code()), true);
      case Refused end ->
          end.mark() == null ? null : new PeerClosed(stamp, end.mark(), received, sent);
      case ProtocolError end -> new StreamReset(stamp, tokenOf(end.code()), false);
    };
  }

  /** What is to be recorded of it if this side did it. */
  default RunEvent localEvent(Stamp stamp, long received, long sent) {
    return switch (this) {
      case StreamClose end -> new StreamReset(stamp, tokenOf(end.code()), false);
      case ProtocolError end -> new StreamReset(stamp, tokenOf(end.code()), false);
      case ConnectionClose end -> new LocalClosed(stamp, end.mark(), received, sent);
      case Refused end -> new LocalClosed(stamp, closeMark(), received, sent);
    };
  }

  private static ResetCode tokenOf(long code) {
    Http2Error error = Http2Error.valueOf(code);
    return switch (error) {
      case NO_ERROR -> ResetCode.NO_ERROR;
      case PROTOCOL_ERROR -> ResetCode.PROTOCOL_ERROR;
      case INTERNAL_ERROR -> ResetCode.INTERNAL_ERROR;
      case FLOW_CONTROL_ERROR -> ResetCode.FLOW_CONTROL_ERROR;
      case STREAM_CLOSED -> ResetCode.STREAM_CLOSED;
      case REFUSED_STREAM -> ResetCode.REFUSED_STREAM;
      case CANCEL -> ResetCode.CANCEL;
      case ENHANCE_YOUR_CALM -> ResetCode.ENHANCE_YOUR_CALM;
      case SETTINGS_TIMEOUT,
          FRAME_SIZE_ERROR,
          COMPRESSION_ERROR,
          CONNECT_ERROR,
          INADEQUATE_SECURITY,
          HTTP_1_1_REQUIRED ->
          ResetCode.OTHER;
      case null -> ResetCode.OTHER; // A code that is not registered.
    };
  }
}
