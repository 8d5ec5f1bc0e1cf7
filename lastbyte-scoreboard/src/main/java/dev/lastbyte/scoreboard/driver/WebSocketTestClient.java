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
import java.util.regex.Pattern;

/**
 * A client that asks for OpenAI Responses on a WebSocket (RFC 6455). Written anew, and not taken
 * from the gateway's reader, so that it cannot share its mistakes.
 */
final class WebSocketTestClient extends TestClient {

  /** One that says that the connection is about to end leaves that to the connection. */
  private static final Pattern LAST =
      Pattern.compile(
          "\\{\"type\":\"(response\\.(completed|incomplete|failed)\""
              + "|error\"(?!.*_connection_limit_))");

  private static final Pattern UPGRADED = Pattern.compile("HTTP/1\\.1 101 ");
  private static final String HEAD_END = "\r\n\r\n";
  private static final byte[] MASK = {0x4c, 0x61, 0x73, 0x74};
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final int WHOLE = 0x80;
  private static final int MASKED = 0x80;
  private static final int LONG = 126;
  private static final int LONGER = 127;

  private byte[] unread = new byte[0];
  private boolean upgraded;
  private boolean responseComplete;
  private long contentBytes;

  WebSocketTestClient(InetSocketAddress gateway) throws IOException {
    super(gateway);
  }

  @Override
  void sendKeepAlive(String path, String run, String body) throws IOException {
    sendLast(path, run, body);
  }

  @Override
  void sendLast(String path, String run, String body) throws IOException {
    if (!upgraded) {
      upgrade(path, run);
    }
    responseComplete = isFinished();
    contentBytes = 0;
    if (upgraded) {
      String create = "{\"type\":\"response.create\"," + body.substring(1);
      write(frame(TEXT, create.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /** On a WebSocket there is no Expect: 100-continue. */
  @Override
  void sendExpectContinue(String path, String run, String body, Duration timeout)
      throws IOException {
    sendLast(path, run, body);
  }

  private void upgrade(String path, String run) throws IOException {
    String request =
        """
        GET %s HTTP/1.1\r
        Host: localhost:%d\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        x-lastbyte-run: %s%s\r
        \r
        """
            .formatted(path, gateway.getPort(), run, AgentChannelClient.keyLine(run));
    write(request.getBytes(StandardCharsets.US_ASCII));
    while (!upgraded && !isFinished()) {
      read();
    }
  }

  @Override
  void add(byte[] bytes, int length) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(unread);
    all.write(bytes, 0, length);
    unread = all.toByteArray();
    if (!upgraded) {
      readHead();
    }
    if (upgraded) {
      readFrames();
    }
  }

  private void readHead() {
    String head = new String(unread, StandardCharsets.ISO_8859_1);
    int end = head.indexOf(HEAD_END);
    if (end >= 0) {
      upgraded = UPGRADED.matcher(head).lookingAt();
      responseComplete = !upgraded;
      unread = Arrays.copyOfRange(unread, end + HEAD_END.length(), unread.length);
    }
  }

  private void readFrames() {
    ByteBuffer rest = ByteBuffer.wrap(unread);
    while (rest.remaining() >= 2 && rest.remaining() >= sizeOfNext(rest)) {
      int size = sizeOfNext(rest);
      int opcode = rest.get(rest.position()) & 0xf;
      byte[] payload = new byte[size - headOfNext(rest)];
      rest.position(rest.position() + size - payload.length).get(payload);
      take(opcode, payload);
    }
    unread = Arrays.copyOfRange(rest.array(), rest.position(), rest.limit());
  }

  /** How long the next frame's head is; two bytes of it are there (RFC 6455 §5.2). */
  private static int headOfNext(ByteBuffer bytes) {
    return switch (bytes.get(bytes.position() + 1)) {
      case LONG -> 4;
      case LONGER -> 10;
      default -> 2;
    };
  }

  /** With its head; more than there can be while its length is not here yet. */
  private static int sizeOfNext(ByteBuffer bytes) {
    int head = headOfNext(bytes);
    int at = bytes.position();
    if (bytes.remaining() < head) {
      return Integer.MAX_VALUE;
    }
    return head
        + switch (head) {
          case 4 -> Short.toUnsignedInt(bytes.getShort(at + 2));
          case 10 -> Math.toIntExact(bytes.getLong(at + 2));
          default -> bytes.get(at + 1);
        };
  }

  private void take(int opcode, byte[] payload) {
    switch (opcode) {
      case TEXT -> {
        contentBytes += payload.length;
        responseComplete |= LAST.matcher(new String(payload, StandardCharsets.UTF_8)).lookingAt();
      }
      case PING -> write(frame(PONG, payload));
      case CLOSE -> {
        write(frame(CLOSE, payload));
        responseComplete = true;
      }
      default -> {} // Frames that say nothing about a response.
    }
  }

  /** Says why it closes, and leaves the rest to the other side. */
  void sendClose(int code) {
    write(frame(CLOSE, new byte[] {(byte) (code >> Byte.SIZE), (byte) code}));
  }

  /** A whole frame of a client (RFC 6455 §5.3). */
  private static byte[] frame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) (WHOLE | opcode));
    if (payload.length < LONG) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | LONG)).putShort((short) payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
    }
    return Arrays.copyOf(frame.array(), frame.position());
  }

  @Override
  boolean hasHead() {
    return upgraded;
  }

  @Override
  long contentBytes() {
    return contentBytes;
  }

  @Override
  boolean isResponseComplete() {
    return responseComplete;
  }
}
