// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import dev.lastbyte.core.privacy.RequestSecrets;
import dev.lastbyte.core.privacy.SecretCollector;
import java.nio.charset.StandardCharsets;

/**
 * The head of an HTTP/1.1 request (RFC 9112 §3).
 *
 * @param method as sent, case and all
 * @param target as sent, query and all
 * @param http11 whether the version is 1.1, not 1.0
 * @param fields the field lines
 * @param chunked whether the body is chunked
 * @param contentLength the body's length in bytes, or -1 if there is no {@code Content-Length}
 */
public record RequestHead(
    String method,
    String target,
    boolean http11,
    HeaderFields fields,
    boolean chunked,
    long contentLength) {

  static RequestHead parse(byte[] bytes, int length) throws RefusedException {
    var lines = new HeadLines(bytes, length, true);
    int end = lines.startLineEnd();
    int methodEnd = 0;
    while (methodEnd < end && HeadLines.isTokenByte(bytes[methodEnd])) {
      methodEnd++;
    }
    int targetEnd = methodEnd + 1;
    while (targetEnd < end && isTargetByte(bytes[targetEnd])) {
      targetEnd++;
    }
    if (methodEnd == 0
        || targetEnd >= end
        || bytes[methodEnd] != ' '
        || bytes[targetEnd] != ' '
        || targetEnd == methodEnd + 1) {
      throw new RefusedException(Refusal.BAD_START_LINE);
    }
    boolean http11 = isHttp11(text(bytes, targetEnd + 1, end));
    HeaderFields fields = lines.fields();
    checkHost(fields, http11);
    return new RequestHead(
        text(bytes, 0, methodEnd),
        text(bytes, methodEnd + 1, targetEnd),
        http11,
        fields,
        chunkedOf(fields, http11),
        ContentLength.of(fields));
  }

  /** No control byte, which readers take for a space or for nothing. */
  private static boolean isTargetByte(byte b) {
    return (b > ' ' || b < 0) && b != 0x7f;
  }

  private static boolean isHttp11(String version) throws RefusedException {
    return switch (version) {
      case "HTTP/1.1" -> true;
      case "HTTP/1.0" -> false;
      default ->
          throw new RefusedException(
              version.indexOf(' ') < 0 ? Refusal.BAD_VERSION : Refusal.BAD_START_LINE);
    };
  }

  private static void checkHost(HeaderFields fields, boolean http11) throws RefusedException {
    int host = fields.indexOf("host", 0);
    boolean missing = host < 0 && http11;
    boolean repeated = host >= 0 && fields.indexOf("host", host + 1) >= 0;
    if (missing || repeated) {
      throw new RefusedException(Refusal.BAD_HOST);
    }
  }

  private static boolean chunkedOf(HeaderFields fields, boolean http11) throws RefusedException {
    int coding = fields.indexOf("transfer-encoding", 0);
    if (coding < 0) {
      return false;
    }
    if (fields.indexOf("content-length", 0) >= 0) {
      throw new RefusedException(Refusal.LENGTH_AND_TRANSFER_ENCODING);
    }
    // A coding before chunked is allowed (§6.1) and used by smugglers only.
    boolean once = fields.indexOf("transfer-encoding", coding + 1) < 0;
    if (!http11 || !once || !fields.value(coding).equalsIgnoreCase("chunked")) {
      throw new RefusedException(Refusal.BAD_TRANSFER_ENCODING);
    }
    return true;
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Whether the connection stays open after the response (RFC 9112 §9.3). */
  public boolean keepsAlive() {
    return http11 ? !fields.lists("connection", "close") : fields.lists("connection", "keep-alive");
  }

  /** Whether the client waits for {@code 100 Continue} before it sends the body. */
  public boolean expectsContinue() {
    return http11 && fields.lists("expect", "100-continue");
  }

  /** Whether the client offers to change the protocol (RFC 9110 §7.8). */
  public boolean offersUpgrade() {
    return http11 && fields.lists("connection", "upgrade") && fields.indexOf("upgrade", 0) >= 0;
  }

  /** What it proves its right with. A copy that its taker wipes. */
  public RequestSecrets secrets() {
    var collector = new SecretCollector();
    for (int i = 0; i < fields.count(); i++) {
      collector.addField(fields.name(i), fields.value(i));
    }
    collector.addTarget(target);
    return collector.secrets();
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
