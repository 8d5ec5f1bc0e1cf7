// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

import dev.lastbyte.wire.http.HeaderFields;
import dev.lastbyte.wire.http.RequestHead;
import dev.lastbyte.wire.http.ResponseHead;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Set;

/** Heads of HTTP/1.1 as HTTP/2 has them (RFC 9113 §8.3). */
final class Http2HeadMapper {

  /** What belongs to one connection of HTTP/1.1 (RFC 9113 §8.2.2). */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "transfer-encoding",
          "upgrade");

  private Http2HeadMapper() {}

  static Http2Headers of(ResponseHead head) {
    Http2Headers fields = new DefaultHttp2Headers(false);
    fields.status(Integer.toString(head.status()));
    copy(head.fields(), fields);
    return fields;
  }

  static Http2Headers of(RequestHead head, String scheme) {
    Http2Headers fields = new DefaultHttp2Headers(false);
    fields.method(head.method()).scheme(scheme).path(head.target());
    String host = head.fields().first("host");
    if (host != null) {
      fields.authority(host);
    }
    copy(head.fields(), fields);
    fields.remove("host"); // said above
    return fields;
  }

  /** Whether a field of that name belongs to one connection of HTTP/1.1. */
  static boolean isConnectionSpecific(String name) {
    return OF_CONNECTION.contains(name);
  }

  private static void copy(HeaderFields from, Http2Headers to) {
    for (int i = 0; i < from.count(); i++) {
      String name = from.name(i);
      if (!isConnectionSpecific(name)
          && !from.lists("connection", name)
          && (!name.equals("te") || from.value(i).equalsIgnoreCase("trailers"))) {
        to.add(name, from.value(i));
      }
    }
  }
}
