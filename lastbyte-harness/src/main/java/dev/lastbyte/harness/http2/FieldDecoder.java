// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.script.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads header blocks (RFC 7541 §6), one after the other in the order of the connection. The two
 * highest bits that are set in the first byte of each representation say what it is.
 */
final class FieldDecoder {
  private static final int INDEXED = 0x80;
  private static final int LITERAL_KEPT = 0x40;
  private static final int TABLE_SIZE = 0x20;
  private static final int LIST_LIMIT_BYTES = 64 * 1024;

  private final FieldTable table;

  /** Keeps recent fields of at most so many bytes. */
  FieldDecoder(int tableBytes) {
    table = new FieldTable(tableBytes);
  }

  /**
   * The fields of a whole block, in order.
   *
   * @throws Http2Exception if it is none, or its fields are larger than 64 KiB
   */
  List<Field> decode(byte[] block) throws Http2Exception {
    var fields = new ArrayList<Field>();
    int bytes = 0;
    ByteBuffer in = ByteBuffer.wrap(block);
    while (in.hasRemaining()) {
      int first = in.get() & 0xff;
      if ((first & 0xe0) == TABLE_SIZE) {
        table.limit(integer(first, 5, in));
        continue;
      }
      Field field = field(first, in);
      bytes += FieldTable.size(field);
      if (bytes > LIST_LIMIT_BYTES) {
        throw new Http2Exception(
            ErrorCode.ENHANCE_YOUR_CALM, "a header block must hold at most 65536 bytes");
      }
      fields.add(field);
    }
    return fields;
  }

  private Field field(int first, ByteBuffer in) throws Http2Exception {
    if ((first & INDEXED) != 0) {
      return table.at(integer(first, 7, in));
    }
    boolean kept = (first & LITERAL_KEPT) != 0;
    int nameIndex = integer(first, kept ? 6 : 4, in);
    String name = nameIndex == 0 ? string(in) : table.at(nameIndex).name();
    var field = new Field(name, string(in));
    if (kept) {
      table.add(field);
    }
    return field;
  }

  private static String string(ByteBuffer in) throws Http2Exception {
    int first = next(in);
    int length = integer(first, 7, in);
    if (length > in.remaining()) {
      throw cut();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    boolean coded = (first & 0x80) != 0;
    return coded ? Huffman.decode(bytes) : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** An integer that begins in the lowest bits of a byte and may go on after it (§5.1). */
  private static int integer(int first, int prefixBits, ByteBuffer in) throws Http2Exception {
    int highest = (1 << prefixBits) - 1;
    int value = first & highest;
    if (value < highest) {
      return value;
    }
    int next;
    int shift = 0;
    do {
      next = next(in);
      if (shift > 21) {
        throw new Http2Exception(
            ErrorCode.COMPRESSION_ERROR, "an integer must have at most 28 bits after its prefix");
      }
      value += (next & 0x7f) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return value;
  }

  private static int next(ByteBuffer in) throws Http2Exception {
    if (!in.hasRemaining()) {
      throw cut();
    }
    return in.get() & 0xff;
  }

  private static Http2Exception cut() {
    return new Http2Exception(
        ErrorCode.COMPRESSION_ERROR, "a header block must not end within a field");
  }
}
