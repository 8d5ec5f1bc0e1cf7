// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of an end, with and without TLS, after writes that succeeded and writes that failed. */
class CloseDetectorTest {

  private static final boolean PLAIN = false;
  private static final boolean TLS = true;
  private static final Object END = ChannelInputShutdownEvent.INSTANCE;
  private static final Object CLOSE_NOTIFY = SslCloseCompletionEvent.SUCCESS;

  static Stream<Arguments> events() {
    var reset = new IOException("Connection reset by peer");
    var shutDown = new ChannelOutputShutdownException("Channel output shutdown");
    var closed = new ClosedChannelException();
    return Stream.of(
        Arguments.of(PLAIN, null, END, CloseMark.FIN),
        Arguments.of(PLAIN, reset, END, CloseMark.RST),
        Arguments.of(PLAIN, shutDown, END, CloseMark.RST),
        Arguments.of(PLAIN, closed, END, CloseMark.FIN),
        Arguments.of(PLAIN, new IllegalStateException(), END, CloseMark.FIN),
        Arguments.of(TLS, null, END, CloseMark.TLS_TRUNCATED),
        Arguments.of(TLS, reset, END, CloseMark.RST),
        Arguments.of(TLS, closed, END, CloseMark.TLS_TRUNCATED),
        Arguments.of(TLS, null, CLOSE_NOTIFY, CloseMark.TLS_CLOSE_NOTIFY),
        Arguments.of(TLS, reset, CLOSE_NOTIFY, CloseMark.TLS_CLOSE_NOTIFY),
        Arguments.of(TLS, null, new SslCloseCompletionEvent(new SSLException("broken")), null),
        Arguments.of(PLAIN, null, ChannelInputShutdownReadComplete.INSTANCE, null));
  }

  @ParameterizedTest
  @MethodSource("events")
  void event_isJudgedByTlsAndByTheWritesBefore(
      boolean tls, @Nullable Throwable write, Object event, @Nullable CloseMark mark) {
    var detector = new CloseDetector(tls);

    detector.writeCompleted(null);
    detector.writeCompleted(write);
    detector.writeCompleted(null);

    assertThat(detector.ofEvent(event)).isEqualTo(mark);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new SSLException("Tag mismatch"), CloseMark.TLS_TRUNCATED),
        Arguments.of(
            new DecoderException(new NotSslRecordException("GET")), CloseMark.TLS_TRUNCATED),
        Arguments.of(new IOException("Connection reset by peer"), CloseMark.RST),
        Arguments.of(new DecoderException(new IllegalStateException("of HTTP/2")), null),
        Arguments.of(new IllegalStateException("of the gateway"), null));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_isAnEndOfThePeer_unlessItIsOfTheGatewayItself(
      Throwable failure, @Nullable CloseMark mark) {
    assertThat(CloseDetector.ofFailure(failure)).isEqualTo(mark);
  }
}
