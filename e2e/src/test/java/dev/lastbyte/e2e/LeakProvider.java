// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider that answers each request by what its path says: {@code /k3-17/} is a response of kind
 * 3 with the value of number 17 in every place, {@code /hold/} one that goes on until its client
 * leaves. A WebSocket's messages hold the value of its number.
 */
final class LeakProvider implements AutoCloseable {

  private static final Pattern CASE = Pattern.compile("/k(\\d+)-(\\d+)/");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
  private static final int BACKLOG = 256;
  private static final int SHORT_FRAME = 126;

  private final ServerSocket listener;
  private final List<String> values;

  private LeakProvider(List<String> values) throws IOException {
    this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    this.values = values;
  }

  /**
   * @param values what it sends, by number
   */
  static LeakProvider sending(List<String> values) throws IOException {
    var provider = new LeakProvider(values);
    Thread.ofVirtual().start(provider::accept);
    return provider;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = readMessage(client.getInputStream());
      Matcher of = CASE.matcher(head);
      OutputStream out = client.getOutputStream();
      if (!of.find()) {
        hold(client, out);
      } else if (head.toLowerCase(Locale.ROOT).contains("\r\nupgrade: websocket")) {
        webSocket(client, out, values.get(Integer.parseInt(of.group(2))));
      } else {
        int kind = Integer.parseInt(of.group(1));
        out.write(LeakyResponses.of(kind, values.get(Integer.parseInt(of.group(2)))));
      }
    } catch (IOException gone) {
      // A client that leaves early is none of the test's concern.
    }
  }

  private static void hold(Socket client, OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n: ready\n\n".getBytes(UTF_8));
    client.getInputStream().readAllBytes();
  }

  private static void webSocket(Socket client, OutputStream out, String value) throws IOException {
    String json = LeakyResponses.inJson(value);
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nx-request-id: "
                + LeakyResponses.inHeader(value)
                + "\r\n\r\n")
            .getBytes(UTF_8));
    client.getInputStream().read(); // the question has come
    for (String message :
        List.of(
            "{\"type\":\"response.created\",\"response\":{\"id\":\"@\",\"model\":\"@\"}}",
            "{\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"type\":"
                + "\"function_call\",\"id\":\"@\",\"call_id\":\"@\",\"name\":\"@\"}}",
            "{\"type\":\"response.failed\",\"response\":{\"id\":\"@\",\"error\":{\"code\":\"@\","
                + "\"message\":\"@\"}}}",
            "{\"type\":\"error\",\"error\":{\"type\":\"@\",\"code\":\"@\",\"message\":\"@\"}}")) {
      out.write(frame(0x81, message.replace("@", json).getBytes(UTF_8), 0));
    }
    byte[] reason = ("\u0003\u00f0" + LeakyResponses.inHeader(value)).getBytes(ISO_8859_1);
    out.write(frame(0x88, reason, 0));
  }

  /** A frame of a WebSocket (RFC 6455 §5.2), masked with zeros for a client. */
  static byte[] frame(int first, byte[] payload, int masked) {
    var frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < SHORT_FRAME) {
      frame.write(masked | payload.length);
    } else {
      frame.write(masked | SHORT_FRAME);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    if (masked != 0) {
      frame.writeBytes(new byte[4]);
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static String readMessage(InputStream in) throws IOException {
    var seen = new StringBuilder();
    while (seen.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no head came");
      }
      seen.append((char) next);
    }
    Matcher length = LENGTH.matcher(seen);
    if (length.find()) {
      in.readNBytes(Integer.parseInt(length.group(1)));
    }
    return seen.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
