// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.LocalClosed;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.ResetCode;
import dev.lastbyte.core.event.CloseEvent.StreamReset;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import io.netty.handler.codec.http2.Http2Error;
import org.jspecify.annotations.Nullable;

/** How one side of an exchange ended, as it shows on that side's wire. */
sealed interface SideEnd {

  static SideEnd fin() {
    return new OfConnection(CloseMark.FIN);
  }

  static SideEnd rst() {
    return new OfConnection(CloseMark.RST);
  }

  static SideEnd unknown() {
    return new OfConnection(CloseMark.UNKNOWN);
  }

  /** The end of the connection. */
  record OfConnection(CloseMark mark) implements SideEnd {}

  /**
   * The reset of one stream.
   *
   * @param code as it came (RFC 9113 §7)
   */
  record OfStream(long code) implements SideEnd {}

  /**
   * The provider proved that it will not look at the stream (GOAWAY, RFC 9113 §6.8).
   *
   * @param mark how the connection ended then, or null if it lives on
   */
  record TurnedAway(@Nullable CloseMark mark) implements SideEnd {}

  /**
   * It broke HTTP/2's own rules, and this side gave up on it.
   *
   * @param code what this side said
   */
  record Broken(long code) implements SideEnd {}

  /** What its wire shows of it. */
  default CloseMark shown() {
    return switch (this) {
      case OfConnection end -> end.mark();
      case OfStream end -> CloseMark.RST_STREAM;
      case TurnedAway end -> end.mark() == null ? CloseMark.UNKNOWN : end.mark();
      case Broken end -> CloseMark.RST_STREAM;
    };
  }

  /** Whether it is an end as it should be, for those who need no more than it to end a message. */
  default boolean isOrderly() {
    return switch (shown()) {
      case FIN, TLS_CLOSE_NOTIFY -> true;
      case RST, TLS_TRUNCATED, RST_STREAM, WEBSOCKET, UNKNOWN -> false;
    };
  }

  /** The code that tells another stream of it. */
  default long codeForOthers() {
    return switch (this) {
      case OfConnection end -> Http2Error.INTERNAL_ERROR.code();
      case OfStream end -> end.code();
      case TurnedAway end -> Http2Error.REFUSED_STREAM.code();
      case Broken end -> Http2Error.INTERNAL_ERROR.code();
    };
  }

  /**
   * What is to be recorded of it if the other side did it, or null if nothing ended.
   *
   * @param received bytes had from that side
   * @param sent bytes given to it
   */
  default @Nullable RunEvent byPeer(Stamp stamp, long received, long sent) {
    return switch (this) {
      case OfConnection end -> new PeerClosed(stamp, end.mark(), received, sent);
      case OfStream end -> new StreamReset(stamp, named(end.code()), true);
      case TurnedAway end ->
          end.mark() == null ? null : new PeerClosed(stamp, end.mark(), received, sent);
      case Broken end -> new StreamReset(stamp, named(end.code()), false);
    };
  }

  /** What is to be recorded of it if this side did it. */
  default RunEvent byUs(Stamp stamp, long received, long sent) {
    return switch (this) {
      case OfStream end -> new StreamReset(stamp, named(end.code()), false);
      case Broken end -> new StreamReset(stamp, named(end.code()), false);
      case OfConnection end -> new LocalClosed(stamp, end.mark(), received, sent);
      case TurnedAway end -> new LocalClosed(stamp, shown(), received, sent);
    };
  }

  private static ResetCode named(long code) {
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
      case null -> ResetCode.OTHER; // A code that nobody has registered.
    };
  }
}
