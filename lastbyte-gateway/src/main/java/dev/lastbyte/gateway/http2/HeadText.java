// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Heads of HTTP/2 as HTTP/1.1 writes them (RFC 9113 §8.3). */
final class HeadText {

  private static final int USUAL_BYTES = 1024;

  private final ByteBuf out;

  private HeadText(ByteBufAllocator memory) {
    out = memory.buffer(USUAL_BYTES);
  }

  /**
   * @param chunked whether the body that follows is
   */
  static ByteBuf ofRequest(Http2Headers head, boolean chunked, ByteBufAllocator memory)
      throws UnfitHead {
    var text = new HeadText(memory);
    try {
      return text.request(head, chunked);
    } catch (UnfitHead e) {
      text.out.release();
      throw e;
    }
  }

  /**
   * @param chunked whether the body that follows is
   */
  static ByteBuf ofResponse(Http2Headers head, boolean chunked, ByteBufAllocator memory)
      throws UnfitHead {
    var text = new HeadText(memory);
    try {
      return text.response(head, chunked);
    } catch (UnfitHead e) {
      text.out.release();
      throw e;
    }
  }

  private ByteBuf request(Http2Headers head, boolean chunked) throws UnfitHead {
    CharSequence authority = head.authority();
    word(head.method());
    plain(" ");
    word(head.path() == null ? authority : head.path());
    plain(" HTTP/1.1\r\n");
    if (authority != null) {
      plain("host: ");
      word(authority);
      plain("\r\n");
    }
    return rest(head, authority != null, chunked);
  }

  private ByteBuf response(Http2Headers head, boolean chunked) throws UnfitHead {
    plain("HTTP/1.1 ");
    word(head.status());
    plain(" \r\n");
    return rest(head, false, chunked);
  }

  private ByteBuf rest(Http2Headers head, boolean named, boolean chunked) throws UnfitHead {
    for (Map.Entry<CharSequence, CharSequence> field : head) {
      boolean pseudo = field.getKey().charAt(0) == ':';
      boolean cookie = "cookie".contentEquals(field.getKey());
      if (!pseudo && !cookie && !(named && "host".contentEquals(field.getKey()))) {
        word(field.getKey());
        plain(": ");
        value(field.getValue());
        plain("\r\n");
      }
    }
    cookies(head);
    plain(chunked ? "transfer-encoding: chunked\r\n\r\n" : "\r\n");
    return out;
  }

  /** One field of what may have come as several (RFC 9113 §8.2.3). */
  private void cookies(Http2Headers head) throws UnfitHead {
    String before = "cookie: ";
    for (CharSequence crumb : head.getAll("cookie")) {
      plain(before);
      value(crumb);
      before = "; ";
    }
    if (head.contains("cookie")) {
      plain("\r\n");
    }
  }

  private void plain(String text) {
    ByteBufUtil.writeAscii(out, text);
  }

  /** What may hold neither a space nor a control byte. */
  private void word(@Nullable CharSequence text) throws UnfitHead {
    if (text == null || text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new UnfitHead();
    }
    ByteBufUtil.writeAscii(out, text);
  }

  private void value(CharSequence text) throws UnfitHead {
    if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new UnfitHead();
    }
    ByteBufUtil.writeAscii(out, text);
  }
}
