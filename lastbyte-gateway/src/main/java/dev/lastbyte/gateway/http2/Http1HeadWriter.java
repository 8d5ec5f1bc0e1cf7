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
final class Http1HeadWriter {

  private static final int USUAL_BYTES = 1024;

  private final ByteBuf out;

  private Http1HeadWriter(ByteBufAllocator memory) {
    out = memory.buffer(USUAL_BYTES);
  }

  /**
   * @param chunked whether the body that follows is
   */
  static ByteBuf ofRequest(Http2Headers head, boolean chunked, ByteBufAllocator memory)
      throws InvalidHeadException {
    var text = new Http1HeadWriter(memory);
    try {
      return text.request(head, chunked);
    } catch (InvalidHeadException e) {
      text.out.release();
      throw e;
    }
  }

  /**
   * @param chunked whether the body that follows is
   */
  static ByteBuf ofResponse(Http2Headers head, boolean chunked, ByteBufAllocator memory)
      throws InvalidHeadException {
    var text = new Http1HeadWriter(memory);
    try {
      return text.response(head, chunked);
    } catch (InvalidHeadException e) {
      text.out.release();
      throw e;
    }
  }

  private ByteBuf request(Http2Headers head, boolean chunked) throws InvalidHeadException {
    CharSequence authority = head.authority();
    writeToken(head.method());
    writeAscii(" ");
    writeToken(head.path() == null ? authority : head.path());
    writeAscii(" HTTP/1.1\r\n");
    if (authority != null) {
      writeAscii("host: ");
      writeToken(authority);
      writeAscii("\r\n");
    }
    return writeFields(head, authority != null, chunked);
  }

  private ByteBuf response(Http2Headers head, boolean chunked) throws InvalidHeadException {
    writeAscii("HTTP/1.1 ");
    writeToken(head.status());
    writeAscii(" \r\n");
    return writeFields(head, false, chunked);
  }

  private ByteBuf writeFields(Http2Headers head, boolean named, boolean chunked)
      throws InvalidHeadException {
    for (Map.Entry<CharSequence, CharSequence> field : head) {
      boolean pseudo = field.getKey().charAt(0) == ':';
      boolean cookie = "cookie".contentEquals(field.getKey());
      if (!pseudo && !cookie && !(named && "host".contentEquals(field.getKey()))) {
        writeToken(field.getKey());
        writeAscii(": ");
        writeValue(field.getValue());
        writeAscii("\r\n");
      }
    }
    cookies(head);
    writeAscii(chunked ? "transfer-encoding: chunked\r\n\r\n" : "\r\n");
    return out;
  }

  /** One field of what may have come as several (RFC 9113 §8.2.3). */
  private void cookies(Http2Headers head) throws InvalidHeadException {
    String before = "cookie: ";
    for (CharSequence pair : head.getAll("cookie")) {
      writeAscii(before);
      writeValue(pair);
      before = "; ";
    }
    if (head.contains("cookie")) {
      writeAscii("\r\n");
    }
  }

  private void writeAscii(String text) {
    ByteBufUtil.writeAscii(out, text);
  }

  /** What may hold neither a space nor a control byte. */
  private void writeToken(@Nullable CharSequence text) throws InvalidHeadException {
    if (text == null || text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new InvalidHeadException();
    }
    ByteBufUtil.writeAscii(out, text);
  }

  private void writeValue(CharSequence text) throws InvalidHeadException {
    if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new InvalidHeadException();
    }
    ByteBufUtil.writeAscii(out, text);
  }
}
