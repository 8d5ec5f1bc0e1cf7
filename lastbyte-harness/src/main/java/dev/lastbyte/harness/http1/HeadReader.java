// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.engine.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads request lines and headers (RFC 9112 §3 and §5). */
final class HeadReader {
  private static final int LIMIT_BYTES = 64 * 1024;
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private HeadReader() {}

  /**
   * The next head on the connection, or null where the client ended it in order before one began.
   *
   * @throws BadRequestException if it is none, or is longer than 64 KiB
   */
  static @Nullable RequestHead read(InputStream in) throws IOException {
    String text = readText(in);
    return text.isEmpty() ? null : parse(text);
  }

  private static String readText(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (!endsHead(text)) {
      int next = in.read();
      if (next < 0 && text.isEmpty()) {
        return "";
      }
      if (next < 0 || text.length() == LIMIT_BYTES) {
        throw new BadRequestException(
            "a head must end within 65536 bytes and before the connection does");
      }
      text.append((char) next);
    }
    return text.substring(0, text.length() - 4);
  }

  private static boolean endsHead(StringBuilder text) {
    int length = text.length();
    return length >= 4
        && text.charAt(length - 1) == '\n'
        && text.charAt(length - 2) == '\r'
        && text.charAt(length - 3) == '\n'
        && text.charAt(length - 4) == '\r';
  }

  private static RequestHead parse(String text) throws BadRequestException {
    List<String> lines = List.of(text.split("\r\n", -1));
    String[] line = lines.getFirst().split(" ", -1);
    if (line.length != 3 || !line[0].matches(TOKEN) || !line[2].matches("HTTP/1\\.[01]")) {
      throw new BadRequestException("a request line must be method, target and HTTP/1.1");
    }
    Map<String, String> headers = headers(lines.subList(1, lines.size()));
    boolean keepsAlive = !line[2].equals("HTTP/1.0") && !asksToClose(headers);
    return new RequestHead(line[0], path(line[1]), headers, keepsAlive);
  }

  /** Whether the client wants to send no other request on this connection (RFC 9112 §9.3). */
  private static boolean asksToClose(Map<String, String> headers) {
    return headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
  }

  /** Takes the absolute form too, as every server must (RFC 9112 §3.2.2). */
  private static String path(String target) throws BadRequestException {
    String local = target.replaceFirst("^https?://[^/]*", "");
    if (!local.startsWith("/") || !local.chars().allMatch(unit -> unit > ' ' && unit < 127)) {
      throw new BadRequestException("a target must be a path in ASCII");
    }
    int query = local.indexOf('?');
    return query < 0 ? local : local.substring(0, query);
  }

  private static Map<String, String> headers(List<String> lines) throws BadRequestException {
    var headers = new HashMap<String, String>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 0 || !line.substring(0, colon).matches(TOKEN)) {
        throw new BadRequestException("a header line must be a name, a colon and a value");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      boolean repeated = headers.putIfAbsent(name, line.substring(colon + 1).strip()) != null;
      if (repeated && (name.equals("content-length") || name.equals("transfer-encoding"))) {
        throw new BadRequestException("a body must be framed once");
      }
    }
    return Map.copyOf(headers);
  }
}
