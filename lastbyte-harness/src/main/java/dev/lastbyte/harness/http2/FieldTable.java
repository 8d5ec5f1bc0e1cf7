// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.script.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The fields that an index stands for: 61 fixed ones, then the last ones that came by. */
final class FieldTable {
  /** RFC 7541 Appendix A, in order; the first of them has index 1. */
  private static final List<Field> FIXED =
      """
      :authority|
      :method|GET
      :method|POST
      :path|/
      :path|/index.html
      :scheme|http
      :scheme|https
      :status|200
      :status|204
      :status|206
      :status|304
      :status|400
      :status|404
      :status|500
      accept-charset|
      accept-encoding|gzip, deflate
      accept-language|
      accept-ranges|
      accept|
      access-control-allow-origin|
      age|
      allow|
      authorization|
      cache-control|
      content-disposition|
      content-encoding|
      content-language|
      content-length|
      content-location|
      content-range|
      content-type|
      cookie|
      date|
      etag|
      expect|
      expires|
      from|
      host|
      if-match|
      if-modified-since|
      if-none-match|
      if-range|
      if-unmodified-since|
      last-modified|
      link|
      location|
      max-forwards|
      proxy-authenticate|
      proxy-authorization|
      range|
      referer|
      refresh|
      retry-after|
      server|
      set-cookie|
      strict-transport-security|
      transfer-encoding|
      user-agent|
      vary|
      via|
      www-authenticate|
      """
          .lines()
          .map(FieldTable::fixed)
          .toList();

  private static final int OVERHEAD_BYTES = 32;

  private final int ceiling;
  private final Deque<Field> recent = new ArrayDeque<>();
  private int limit;
  private int size;

  /** A table of which the recent part holds at most so many bytes, as RFC 7541 §4.1 counts them. */
  FieldTable(int ceiling) {
    this.ceiling = ceiling;
    limit = ceiling;
  }

  /** What a field counts for, in bytes (§4.1). */
  static int size(Field field) {
    return field.name().length() + field.value().length() + OVERHEAD_BYTES;
  }

  /** The field at an index, from 1; the youngest of the recent ones is at 62. */
  Field at(int index) throws Http2Exception {
    if (index >= 1 && index <= FIXED.size()) {
      return FIXED.get(index - 1);
    }
    int cutPoint = index - FIXED.size() - 1;
    if (cutPoint < 0 || cutPoint >= recent.size()) {
      throw new Http2Exception(
          ErrorCode.COMPRESSION_ERROR, "an index must lead to a field, but was " + index);
    }
    Iterator<Field> fields = recent.iterator();
    for (int i = 0; i < cutPoint; i++) {
      fields.next();
    }
    return fields.next();
  }

  /** Takes a field in, and lets old ones go; one that is larger than the table empties it. */
  void add(Field field) {
    shrinkTo(limit - size(field));
    if (size(field) <= limit) {
      recent.addFirst(field);
      size += size(field);
    }
  }

  /** Sets the limit of the recent part, which may not pass the ceiling (RFC 7541 §6.3). */
  void limit(int bytes) throws Http2Exception {
    if (bytes > ceiling) {
      throw new Http2Exception(
          ErrorCode.COMPRESSION_ERROR,
          "a table must hold at most " + ceiling + " bytes, but was to hold " + bytes);
    }
    limit = bytes;
    shrinkTo(limit);
  }

  private void shrinkTo(int bytes) {
    while (size > Math.max(bytes, 0)) {
      size -= size(recent.removeLast());
    }
  }

  private static Field fixed(String line) {
    int bar = line.indexOf('|');
    return new Field(line.substring(0, bar), line.substring(bar + 1));
  }
}
