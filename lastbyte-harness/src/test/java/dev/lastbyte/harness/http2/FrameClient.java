// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.script.Field;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that speaks in frames and shows every one. No read waits longer than ten seconds. */
public final class FrameClient implements AutoCloseable {
  private final Socket socket = new Socket();

  private FrameClient() {}

  /** Connects, and is through with preface and settings when this returns. */
  public static FrameClient connectedTo(InetSocketAddress address) throws IOException {
    var client = new FrameClient();
    client.socket.connect(address, 10_000);
    client.socket.setSoTimeout(60_000);
    client.bytes(Http2Connection.PREFACE.getBytes(StandardCharsets.US_ASCII));
    client.send(new Http2Frame(Http2Frame.SETTINGS, 0, 0, new byte[0]));
    client.next(Http2Frame.SETTINGS);
    client.next(Http2Frame.SETTINGS);
    return client;
  }

  FrameClient bytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  FrameClient send(Http2Frame frame) throws IOException {
    return bytes(frame.bytes());
  }

  /** A POST with its body in one frame. */
  public FrameClient post(int stream, String path, String body) throws IOException {
    request(stream, path);
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    return send(new Http2Frame(Http2Frame.DATA, Http2Frame.END_STREAM, stream, content));
  }

  FrameClient request(int stream, String path) throws IOException {
    byte[] block =
        FieldEncoder.encode(
            List.of(
                new Field(":method", "POST"),
                new Field(":scheme", "http"),
                new Field(":path", path)));
    return send(new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, block));
  }

  /** The next frame, which must be of that type. */
  Http2Frame next(int type) throws IOException {
    Http2Frame frame = Http2Frame.read(socket.getInputStream());
    if (frame == null || frame.type() != type) {
      throw new IOException("not the frame that was awaited: " + show(frame));
    }
    return frame;
  }

  /** All frames up to the end of the stream or the connection, one a line; windows are left out. */
  public List<String> readAll() throws IOException {
    var shown = new ArrayList<String>();
    Http2Frame frame = Http2Frame.read(socket.getInputStream());
    while (frame != null) {
      if (frame.type() != Http2Frame.WINDOW_UPDATE) {
        shown.add(show(frame));
      }
      if (frame.type() == Http2Frame.RST_STREAM
          || (frame.type() == Http2Frame.DATA && frame.has(Http2Frame.END_STREAM))) {
        return shown;
      }
      frame = Http2Frame.read(socket.getInputStream());
    }
    shown.add("fin");
    return shown;
  }

  /** The next so many frames, as {@link #readAll} shows them. */
  public List<String> read(int count) throws IOException {
    var shown = new ArrayList<String>();
    while (shown.size() < count) {
      Http2Frame frame = Http2Frame.read(socket.getInputStream());
      if (frame == null || frame.type() != Http2Frame.WINDOW_UPDATE) {
        shown.add(show(frame));
      }
    }
    return shown;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static String show(@Nullable Http2Frame frame) throws IOException {
    if (frame == null) {
      return "fin";
    }
    return switch (frame.type()) {
      case Http2Frame.HEADERS ->
          frame.stream() + " " + new FieldDecoder(0).decode(frame.payload()).getFirst().value();
      case Http2Frame.DATA ->
          frame.stream()
              + " "
              + (frame.has(Http2Frame.END_STREAM)
                  ? "end"
                  : new String(frame.payload(), StandardCharsets.UTF_8));
      case Http2Frame.RST_STREAM -> frame.stream() + " reset " + frame.number();
      case Http2Frame.GOAWAY ->
          "goaway last %d code %d".formatted(number(frame, 0), number(frame, 4));
      case Http2Frame.PING -> "ping";
      default -> "frame of type " + frame.type();
    };
  }

  private static int number(Http2Frame frame, int at) {
    return ByteBuffer.wrap(frame.payload()).getInt(at);
  }
}
