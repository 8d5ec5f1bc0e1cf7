// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import dev.lastbyte.core.event.ResponseEvent.Framing;
import java.nio.charset.StandardCharsets;

/**
 * The head of an HTTP/1.1 response (RFC 9112 §4).
 *
 * @param status 100 to 999; what is beyond 599 is no status, and is read as 5xx (RFC 9110 §15)
 * @param http11 whether the version is 1.1, not 1.0
 * @param fields the field lines
 * @param framing how the end of the body is marked, were this the response to a GET
 * @param contentLength the body's length in bytes; meaningful for {@link Framing#LENGTH} only
 */
public record ResponseHead(
    int status, boolean http11, HeaderFields fields, Framing framing, long contentLength) {

  private static final int STATUS_START = "HTTP/1.1 ".length();
  private static final int STATUS_END = STATUS_START + 3;

  static ResponseHead parse(byte[] bytes, int length) throws RefusedException {
    var lines = new HeadLines(bytes, length, false);
    int end = lines.startLineEnd();
    String line = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    boolean http11 = line.startsWith("HTTP/1.1 ");
    if (!http11 && !line.startsWith("HTTP/1.0 ")) {
      throw new RefusedException(
          line.startsWith("HTTP/") ? Refusal.BAD_VERSION : Refusal.BAD_START_LINE);
    }
    int status = status(line);
    HeaderFields fields = lines.fields();
    if (fields.indexOf("transfer-encoding", 0) >= 0) {
      // It overrides Content-Length (§6.3); without a final "chunked" the close is the end.
      boolean chunked = fields.lists("transfer-encoding", "chunked");
      return new ResponseHead(
          status, http11, fields, chunked ? Framing.CHUNKED : Framing.CLOSE_DELIMITED, 0);
    }
    long contentLength = ContentLength.of(fields);
    boolean sized = contentLength != ContentLength.ABSENT;
    Framing framing = sized ? Framing.LENGTH : Framing.CLOSE_DELIMITED;
    return new ResponseHead(status, http11, fields, framing, Math.max(0, contentLength));
  }

  private static int status(String line) throws RefusedException {
    boolean longEnough = line.length() >= STATUS_END;
    boolean ends = line.length() == STATUS_END || (longEnough && line.charAt(STATUS_END) == ' ');
    if (!ends || line.charAt(STATUS_START) < '1') {
      throw new RefusedException(Refusal.BAD_START_LINE);
    }
    int status = 0;
    for (int i = STATUS_START; i < STATUS_END; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new RefusedException(Refusal.BAD_START_LINE);
      }
      status = status * 10 + digit;
    }
    return status;
  }

  /** Whether this is not the final response yet: 1xx, but not 101 (RFC 9110 §15.2). */
  public boolean isInterim() {
    return status < 200 && status != 101;
  }

  /** Whether the connection stays open after this response (RFC 9112 §9.3). */
  public boolean keepsAlive() {
    return http11 ? !fields.lists("connection", "close") : fields.lists("connection", "keep-alive");
  }
}
