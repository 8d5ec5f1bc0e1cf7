// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A client that speaks HTTP/2 on a raw connection (RFC 9113), frame by frame. Lets every stream
 * send on, unless it is told to starve it.
 */
final class Http2Peer implements AutoCloseable {

  static final int CANCEL = 8;

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int CONNECTION_WINDOW = 1024 * 1024;
  private static final int LITERAL_NAME_INDEX_8 = 0x48;
  private static final Map<Integer, Integer> INDEXED_STATUS =
      Map.of(0x88, 200, 0x89, 204, 0x8a, 206, 0x8b, 304, 0x8c, 400, 0x8d, 404, 0x8e, 500);

  private final Peer peer;
  private final Map<Integer, Response> responses = new HashMap<>();
  private final Set<Integer> starved = new HashSet<>();
  private int lastStream = -1;
  private boolean goingAway;
  private int goAwayCode;

  private Http2Peer(Peer peer) {
    this.peer = peer;
  }

  /** What came on a stream so far. */
  static final class Response {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int status;
    private boolean whole;
    private long reset = -1;

    int status() {
      return status;
    }

    String body() {
      return content.toString(ISO_8859_1);
    }

    boolean isWhole() {
      return whole;
    }

    /** The code of its reset, or -1 if it was not reset. */
    long reset() {
      return reset;
    }

    private boolean isOver() {
      return whole || reset >= 0;
    }
  }

  /** Begins with the preface and with settings; the connection has room for many streams. */
  static Http2Peer over(Peer peer) throws IOException {
    peer.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    var client = new Http2Peer(peer);
    client.frame(SETTINGS, 0, 0, new byte[0]);
    client.frame(WINDOW_UPDATE, 0, 0, number(CONNECTION_WINDOW));
    return client;
  }

  /** Sends a whole request, and gives its stream. */
  int ask(String path, String body, String... more) throws IOException {
    int stream = begin(path, more);
    return send(stream, body, true);
  }

  /** Sends the head of a request, and gives its stream. */
  int begin(String path, String... more) throws IOException {
    lastStream += 2;
    var block = new ByteArrayOutputStream();
    fields(block, ":method", "POST", ":scheme", "http", ":path", path, ":authority", "h.example");
    fields(block, more);
    responses.put(lastStream, new Response());
    frame(HEADERS, END_HEADERS, lastStream, block.toByteArray());
    return lastStream;
  }

  /** Sends a piece of a request's body. */
  int send(int stream, String body, boolean last) throws IOException {
    frame(DATA, last ? END_STREAM : 0, stream, body.getBytes(ISO_8859_1));
    return stream;
  }

  /** Lets a stream have no more than its first window. */
  void starve(int stream) {
    starved.add(stream);
  }

  /** Sends a frame of any kind. */
  void raw(int type, int flags, int stream, byte... payload) throws IOException {
    frame(type, flags, stream, payload);
  }

  /** Sends a head of these fields and no others, of which nothing follows, and gives its stream. */
  int askWith(String... fields) throws IOException {
    lastStream += 2;
    var block = new ByteArrayOutputStream();
    fields(block, fields);
    responses.put(lastStream, new Response());
    frame(HEADERS, END_HEADERS | END_STREAM, lastStream, block.toByteArray());
    return lastStream;
  }

  void cancel(int stream) throws IOException {
    frame(RST_STREAM, 0, stream, number(CANCEL));
  }

  /**
   * Closes the connection within a block that closes it anyway: javac warns of an explicit close().
   */
  void disconnect() throws IOException {
    peer.disconnect();
  }

  /** Reads until the response on that stream is over. */
  Response await(int stream) throws IOException {
    Response response = responses.get(stream);
    while (!response.isOver()) {
      readFrame();
    }
    return response;
  }

  /** Reads until so much of the body on that stream came. */
  Response awaitBody(int stream, String end) throws IOException {
    Response response = responses.get(stream);
    while (!response.body().endsWith(end)) {
      readFrame();
    }
    return response;
  }

  private static void fields(ByteArrayOutputStream block, String... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      block.write(0);
      text(block, fields[i]);
      text(block, fields[i + 1]);
    }
  }

  private static void text(ByteArrayOutputStream block, String text) {
    block.write(text.length());
    block.writeBytes(text.getBytes(ISO_8859_1));
  }

  private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    peer.send(
        ByteBuffer.allocate(9 + payload.length)
            .putInt(payload.length << 8 | type)
            .put((byte) flags)
            .putInt(stream)
            .put(payload)
            .array());
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  /** Reads until the other side said that it takes no further streams. */
  void awaitGoAway() throws IOException {
    while (!goingAway) {
      readFrame();
    }
  }

  /** Why, by the code of HTTP/2. */
  int goAwayCode() {
    return goAwayCode;
  }

  /** Reads one more frame. */
  void readOn() throws IOException {
    readFrame();
  }

  private void readFrame() throws IOException {
    ByteBuffer head = ByteBuffer.wrap(peer.readExactly(9).getBytes(ISO_8859_1));
    int lengthAndType = head.getInt();
    int flags = head.get();
    int stream = head.getInt();
    byte[] payload = peer.readExactly(lengthAndType >>> 8).getBytes(ISO_8859_1);
    int type = lengthAndType & 0xff;
    switch (type) {
      case SETTINGS, PING -> {
        if ((flags & ACK) == 0) {
          frame(type, ACK, 0, type == PING ? payload : new byte[0]);
        }
      }
      case HEADERS -> {
        responses.get(stream).status = status(payload);
        responses.get(stream).whole = (flags & END_STREAM) != 0;
      }
      case DATA -> {
        responses.get(stream).content.writeBytes(payload);
        responses.get(stream).whole = (flags & END_STREAM) != 0;
        letSend(stream, payload.length);
      }
      case GOAWAY -> {
        goingAway = true;
        goAwayCode = ByteBuffer.wrap(payload).getInt(4);
      }
      case RST_STREAM -> responses.get(stream).reset = ByteBuffer.wrap(payload).getInt();
      default -> {} // Frames that no test asks for.
    }
  }

  private void letSend(int stream, int bytes) throws IOException {
    if (bytes > 0 && !starved.contains(stream)) {
      frame(WINDOW_UPDATE, 0, stream, number(bytes));
      frame(WINDOW_UPDATE, 0, 0, number(bytes));
    }
  }

  /** The status is the first field, one of the static table's or written out (RFC 7541 §6). */
  private static int status(byte[] block) {
    int first = block[0] & 0xff;
    return first == LITERAL_NAME_INDEX_8
        ? Integer.parseInt(new String(block, 2, 3, ISO_8859_1))
        : INDEXED_STATUS.get(first);
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
