// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import dev.lastbyte.wire.http.HeaderFields;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields behind a message, in both versions. What would frame or route a message is left out: a
 * recipient might merge it into the head (RFC 9110 §6.5.1). So is what the other version cannot
 * write.
 */
final class TrailerMapper {

  private static final Set<String> OF_HEADS = Set.of("content-length", "host", "te");

  private TrailerMapper() {}

  /** As HTTP/2 has them, or null if nothing is left. */
  static @Nullable Http2Headers of(@Nullable HeaderFields trailers) {
    Http2Headers fields = new DefaultHttp2Headers(false);
    for (int i = 0; trailers != null && i < trailers.count(); i++) {
      if (isFit(trailers.name(i), trailers.value(i))) {
        fields.add(trailers.name(i), trailers.value(i));
      }
    }
    return fields.isEmpty() ? null : fields;
  }

  /** As lines of HTTP/1.1. */
  static ByteBuf text(Http2Headers trailers, ByteBufAllocator memory) {
    ByteBuf text = memory.buffer();
    for (Map.Entry<CharSequence, CharSequence> field : trailers) {
      if (isFit(field.getKey().toString(), field.getValue())) {
        ByteBufUtil.writeAscii(text, field.getKey());
        ByteBufUtil.writeAscii(text, ": ");
        ByteBufUtil.writeAscii(text, field.getValue());
        ByteBufUtil.writeAscii(text, "\r\n");
      }
    }
    return text;
  }

  private static boolean isFit(String name, CharSequence value) {
    return !OF_HEADS.contains(name)
        && !Http2HeadMapper.isConnectionSpecific(name)
        && !name.isEmpty()
        && name.chars().noneMatch(c -> c <= ' ' || c == ':' || c >= 0x7f)
        && value.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
  }
}
