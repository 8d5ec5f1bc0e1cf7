// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * A client that speaks HTTP/2 from its first byte on (RFC 9113 §3.3). Written anew, and not taken
 * from the gateway's codec, so that it cannot share its mistakes.
 */
final class Http2TestClient extends TestClient {

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_DATA = 16 * 1024;
  private static final int WINDOW = 65_535;
  private static final int CANCEL = 8;

  private byte[] unread = new byte[0];
  private int stream = -1;
  private int connectionWindow = WINDOW;
  private int streamWindow = WINDOW;
  private int initialWindow = WINDOW;
  private long contentBytes;
  private boolean head;
  private boolean responseComplete = true;

  Http2TestClient(InetSocketAddress gateway) throws IOException {
    super(gateway);
    write(PREFACE);
    write(new Http2Frame(Http2Frame.SETTINGS, 0, 0, new byte[0]));
  }

  @Override
  void sendKeepAlive(String path, String run, String body) throws IOException {
    sendLast(path, run, body);
  }

  @Override
  void sendLast(String path, String run, String body) throws IOException {
    begin(path, run, body, "accept", "*/*");
    send(body);
  }

  @Override
  void sendExpectContinue(String path, String run, String body, Duration timeout)
      throws IOException {
    begin(path, run, body, "expect", "100-continue");
    if (readFor(timeout) || !isFinished()) {
      send(body);
    }
  }

  private void begin(String path, String run, String body, String name, String value) {
    stream += 2;
    streamWindow = initialWindow;
    contentBytes = 0;
    head = false;
    responseComplete = false;
    byte[] fields =
        Http2Frame.block(
            ":method",
            "POST",
            ":scheme",
            "http",
            ":path",
            path,
            ":authority",
            "localhost:" + gateway.getPort(),
            "content-type",
            "application/json",
            "content-length",
            Integer.toString(body.length()),
            "x-lastbyte-run",
            run,
            "x-lastbyte-run-key",
            AgentChannelClient.key(run),
            name,
            value);
    write(new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, fields));
  }

  /** Sends what the other side has room for, and reads until it has more. */
  private void send(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    int sent = 0;
    while (sent < bytes.length && !isFinished()) {
      int room = Math.min(LONGEST_DATA, Math.min(connectionWindow, streamWindow));
      int length = Math.min(room, bytes.length - sent);
      if (length <= 0) {
        read();
        continue;
      }
      boolean last = sent + length == bytes.length;
      byte[] piece = Arrays.copyOfRange(bytes, sent, sent + length);
      write(new Http2Frame(Http2Frame.DATA, last ? Http2Frame.END_STREAM : 0, stream, piece));
      sent += length;
      connectionWindow -= length;
      streamWindow -= length;
    }
  }

  private void write(Http2Frame frame) {
    write(frame.bytes());
  }

  @Override
  void add(byte[] bytes, int length) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(unread);
    all.write(bytes, 0, length);
    ByteBuffer rest = ByteBuffer.wrap(all.toByteArray());
    while (rest.remaining() >= Http2Frame.HEAD_BYTES && rest.remaining() >= sizeOfNext(rest)) {
      take(next(rest));
    }
    unread = Arrays.copyOfRange(rest.array(), rest.position(), rest.limit());
  }

  private static int sizeOfNext(ByteBuffer bytes) {
    return Http2Frame.HEAD_BYTES + (bytes.getInt(bytes.position()) >>> 8);
  }

  private static Http2Frame next(ByteBuffer bytes) {
    int length = sizeOfNext(bytes) - Http2Frame.HEAD_BYTES;
    bytes.position(bytes.position() + 3);
    int type = bytes.get();
    int flags = bytes.get();
    int stream = bytes.getInt();
    byte[] payload = new byte[length];
    bytes.get(payload);
    return new Http2Frame(type, flags, stream, payload);
  }

  private void take(Http2Frame frame) {
    switch (frame.type()) {
      case Http2Frame.SETTINGS -> settings(frame);
      case Http2Frame.PING -> acknowledge(frame);
      case Http2Frame.WINDOW_UPDATE -> widen(frame);
      case Http2Frame.HEADERS, Http2Frame.DATA, Http2Frame.RST_STREAM -> {
        if (frame.stream() == stream) {
          responseFrame(frame);
        }
      }
      default -> {} // Frames that say nothing about a response.
    }
  }

  private void responseFrame(Http2Frame frame) {
    head |= frame.type() == Http2Frame.HEADERS;
    responseComplete |= frame.type() == Http2Frame.RST_STREAM || frame.has(Http2Frame.END_STREAM);
    if (frame.type() == Http2Frame.DATA && frame.payload().length > 0) {
      contentBytes += frame.payload().length;
      write(Http2Frame.of(Http2Frame.WINDOW_UPDATE, 0, frame.payload().length));
      write(Http2Frame.of(Http2Frame.WINDOW_UPDATE, stream, frame.payload().length));
    }
  }

  /** Of the settings only the streams' first window matters here (RFC 9113 §6.5.2). */
  private void settings(Http2Frame frame) {
    ByteBuffer settings = ByteBuffer.wrap(frame.payload());
    while (settings.hasRemaining()) {
      short id = settings.getShort();
      int value = settings.getInt();
      if (id == 0x4) {
        streamWindow += value - initialWindow;
        initialWindow = value;
      }
    }
    acknowledge(frame);
  }

  private void acknowledge(Http2Frame frame) {
    if (!frame.has(Http2Frame.ACK)) {
      byte[] echo = frame.type() == Http2Frame.PING ? frame.payload() : new byte[0];
      write(new Http2Frame(frame.type(), Http2Frame.ACK, 0, echo));
    }
  }

  private void widen(Http2Frame frame) {
    if (frame.stream() == 0) {
      connectionWindow += frame.number();
    } else if (frame.stream() == stream) {
      streamWindow += frame.number();
    }
  }

  @Override
  boolean hasHead() {
    return head;
  }

  @Override
  long contentBytes() {
    return contentBytes;
  }

  @Override
  boolean isResponseComplete() {
    return responseComplete;
  }

  /** Gives up the stream that is open, as clients do, and leaves. */
  @Override
  public void close() throws IOException {
    if (!isFinished()) {
      write(Http2Frame.of(Http2Frame.RST_STREAM, stream, CANCEL));
    }
    super.close();
  }
}
