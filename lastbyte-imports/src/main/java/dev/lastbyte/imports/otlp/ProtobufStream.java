// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.otlp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The fields of protobuf messages, in their order, from a stream of any length. What is not asked
 * for is passed over.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protobuf, encoding</a>
 */
final class ProtobufStream {

  /** The longest text held; of a longer one the beginning is. */
  private static final int MAX_TEXT = 4_096;

  private static final int MAX_DEPTH = 32;

  private final InputStream in;
  private long position;
  private long length;
  private int depth;

  ProtobufStream(InputStream in) {
    this.in = in;
  }

  /** Takes a field of a message, or leaves it to be passed over. */
  interface Fields {
    /**
     * A field whose value has not been read.
     *
     * @param number its number
     * @return whether the value was read
     */
    boolean field(int number, int wireType) throws IOException;
  }

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  /** Reads the message that the stream is. */
  void root(Fields fields) throws IOException {
    while (true) {
      int first = in.read();
      if (first < 0) {
        return;
      }
      position++;
      field(varint(first), fields);
    }
  }

  /** Reads the message that is the value of a field of bytes. */
  void message(Fields fields) throws IOException {
    long end = begin();
    depth++;
    if (depth > MAX_DEPTH) {
      throw new MalformedProtobufException();
    }
    while (position < end) {
      field(varint(), fields);
    }
    depth--;
    if (position != end) {
      throw new MalformedProtobufException();
    }
  }

  private void field(long tag, Fields fields) throws IOException {
    int wireType = (int) (tag & 7);
    length = 0;
    if (tag >>> 3 == 0 || tag >>> 3 > Integer.MAX_VALUE) {
      throw new MalformedProtobufException();
    }
    if (!fields.field((int) (tag >>> 3), wireType)) {
      pass(wireType);
    }
  }

  private void pass(int wireType) throws IOException {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> skip(8);
      case BYTES -> skip(begin() - position);
      case FIXED32 -> skip(4);
      default -> throw new MalformedProtobufException();
    }
  }

  /** The value of a field of bytes begins; gives back where it ends. */
  private long begin() throws IOException {
    length = varint();
    if (length < 0) {
      throw new MalformedProtobufException();
    }
    return position + length;
  }

  /** The value of a field of bytes, as far as it is held. */
  byte[] bytes() throws IOException {
    long end = begin();
    int held = (int) Math.min(length, MAX_TEXT);
    byte[] value = in.readNBytes(held);
    if (value.length < held) {
      throw new EOFException();
    }
    position += held;
    skip(end - position);
    return value;
  }

  String text() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  long fixed64() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      value |= (long) next() << shift;
    }
    return value;
  }

  long varint() throws IOException {
    return varint(next());
  }

  private long varint(int first) throws IOException {
    long value = first & 0x7f;
    int last = first;
    for (int shift = 7; (last & 0x80) != 0; shift += 7) {
      if (shift >= Long.SIZE) {
        throw new MalformedProtobufException();
      }
      last = next();
      value |= (long) (last & 0x7f) << shift;
    }
    return value;
  }

  private int next() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException();
    }
    position++;
    return value;
  }

  private void skip(long count) throws IOException {
    in.skipNBytes(count);
    position += count;
  }
}
