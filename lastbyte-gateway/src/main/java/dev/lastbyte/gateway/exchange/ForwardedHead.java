// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.upstream.UpstreamTarget;
import dev.lastbyte.wire.http.HeaderFields;
import dev.lastbyte.wire.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * A request's head as the provider gets it: another target and another {@code Host}, without what
 * was meant for the gateway; every other line byte for byte as it came, and in its place.
 */
final class ForwardedHead {

  private static final String OWN_PREFIX = "x-lastbyte-";
  private static final int CRLF = 2;

  /** From here on, to copy costs more than it saves. */
  private static final int LONG_BODY = 8 * 1024;

  private ForwardedHead() {}

  /**
   * The head and what there is of the body, which is taken over. A body that is not long comes in
   * the same piece: a socket takes one piece for less than two.
   *
   * @param tokenRequired whether the client's {@code Proxy-Authorization} was meant for the gateway
   */
  static ByteBuf prependTo(
      ByteBuf body,
      RequestHead head,
      UpstreamTarget upstream,
      String requestTarget,
      boolean tokenRequired) {
    boolean joins = body.readableBytes() <= LONG_BODY;
    HeaderFields fields = head.fields();
    int atMost = fields.headLength() + requestTarget.length() + upstream.authority().length() + 16;
    ByteBuf out = body.alloc().buffer(joins ? atMost + body.readableBytes() : atMost);
    write(head, upstream, requestTarget, tokenRequired, out);
    if (joins) {
      out.writeBytes(body);
      body.release();
      return out;
    }
    return body.alloc()
        .compositeBuffer(Integer.MAX_VALUE)
        .addComponent(true, out)
        .addComponent(true, body);
  }

  private static void write(
      RequestHead head,
      UpstreamTarget upstream,
      String requestTarget,
      boolean tokenRequired,
      ByteBuf out) {
    HeaderFields fields = head.fields();
    ascii(
        out,
        head.method() + " " + requestTarget + (head.http11() ? " HTTP/1.1\r\n" : " HTTP/1.0\r\n"));
    if (fields.indexOf("host", 0) < 0) {
      host(out, upstream);
    }
    for (int i = 0; i < fields.count(); i++) {
      if (fields.isNamed(i, "host")) {
        host(out, upstream);
      } else if (!isGatewayField(fields.head(), fields.nameStart(i))
          && !(tokenRequired && fields.isNamed(i, "proxy-authorization"))) {
        out.writeBytes(
            fields.head(), fields.nameStart(i), lineEnd(fields, i) - fields.nameStart(i));
      }
    }
    ascii(out, "\r\n");
  }

  private static void host(ByteBuf out, UpstreamTarget upstream) {
    ascii(out, "Host: " + upstream.authority() + "\r\n");
  }

  /** Lines follow each other without a gap, and the last one is followed by an empty one. */
  private static int lineEnd(HeaderFields fields, int index) {
    boolean last = index + 1 == fields.count();
    return last ? fields.headLength() - CRLF : fields.nameStart(index + 1);
  }

  private static boolean isGatewayField(byte[] bytes, int nameStart) {
    for (int i = 0; i < OWN_PREFIX.length(); i++) {
      int b = bytes[nameStart + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != OWN_PREFIX.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** As bytes of ISO 8859-1, which is how the head was read: what came in goes out. */
  private static void ascii(ByteBuf out, String text) {
    ByteBufUtil.writeAscii(out, text);
  }
}
