// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.script;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Bytes as a value: never changed, equal when their content is. */
public final class Bytes {
  /** No bytes. */
  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** The bytes of a text in UTF-8. */
  public static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One after the other. */
  public static Bytes joined(List<Bytes> pieces) {
    var all = new ByteArrayOutputStream();
    pieces.forEach(piece -> all.writeBytes(piece.content));
    return new Bytes(all.toByteArray());
  }

  /** How many. */
  public int size() {
    return content.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return content.length == 0;
  }

  /** The first ones, before that place. */
  public Bytes before(int cutPoint) {
    return new Bytes(Arrays.copyOf(content, cutPoint));
  }

  /** The last ones, from that place on. */
  public Bytes from(int cutPoint) {
    return new Bytes(Arrays.copyOfRange(content, cutPoint, content.length));
  }

  /** The one at that place alone. */
  public Bytes at(int cutPoint) {
    return new Bytes(new byte[] {content[cutPoint]});
  }

  /** These and then those. */
  public Bytes then(Bytes next) {
    return joined(List.of(this, next));
  }

  /** Where that sequence first stands, or -1. */
  public int indexOf(Bytes sequence) {
    int last = content.length - sequence.content.length;
    for (int at = 0; at <= last; at++) {
      int end = at + sequence.content.length;
      if (Arrays.equals(content, at, end, sequence.content, 0, sequence.content.length)) {
        return at;
      }
    }
    return -1;
  }

  /** A copy that may be changed. */
  public byte[] toArray() {
    return content.clone();
  }

  /** Read as UTF-8; what is none becomes U+FFFD. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** The bytes in hexadecimal, which is what a failed comparison wants to show. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(content);
  }
}
