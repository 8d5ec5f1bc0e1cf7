// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Settings;

/** Sets up connections of HTTP/2. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails surfaces as an event of the channel
public final class Http2FrameCodecs {

  /** How many streams a client may have open on one connection. */
  public static final int MAX_STREAMS = 128;

  /** The largest head, as everywhere in the gateway. */
  private static final int MAX_HEAD_BYTES = 64 * 1024;

  private static final int STREAM_WINDOW_BYTES = 64 * 1024;

  private Http2FrameCodecs() {}

  /** For a connection on which requests are served. */
  public static Http2FrameCodec forServer() {
    return Http2FrameCodecBuilder.forServer()
        .initialSettings(settings().maxConcurrentStreams(MAX_STREAMS))
        .gracefulShutdownTimeoutMillis(0)
        .build();
  }

  /** For a connection on which requests are asked. */
  public static Http2FrameCodec forClient() {
    return Http2FrameCodecBuilder.forClient()
        .initialSettings(settings().pushEnabled(false))
        .gracefulShutdownTimeoutMillis(0)
        // Clients that give up often must not cost the others their connection.
        .encoderEnforceMaxRstFramesPerWindow(0, 0)
        .build();
  }

  private static Http2Settings settings() {
    return new Http2Settings()
        .maxHeaderListSize(MAX_HEAD_BYTES)
        .initialWindowSize(STREAM_WINDOW_BYTES);
  }

  /** Lets every stream have its window full at once, so that none waits for another to be read. */
  public static void enlargeWindow(Channel connection) {
    connection.write(new DefaultHttp2WindowUpdateFrame(MAX_STREAMS * STREAM_WINDOW_BYTES));
  }
}
