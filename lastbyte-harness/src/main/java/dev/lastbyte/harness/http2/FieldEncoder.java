// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.script.Field;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes header blocks with nothing but literals that no table keeps (RFC 7541 §6.2.2), so that the
 * same response always has the same bytes.
 */
final class FieldEncoder {
  private static final int HIGHEST = 0x7f;

  private FieldEncoder() {}

  static byte[] encode(List<Field> fields) {
    var block = new ByteArrayOutputStream();
    for (Field field : fields) {
      block.write(0);
      string(field.name(), block);
      string(field.value(), block);
    }
    return block.toByteArray();
  }

  private static void string(String text, ByteArrayOutputStream block) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    length(bytes.length, block);
    block.writeBytes(bytes);
  }

  private static void length(int length, ByteArrayOutputStream block) {
    if (length < HIGHEST) {
      block.write(length);
      return;
    }
    block.write(HIGHEST);
    int rest = length - HIGHEST;
    while (rest > HIGHEST) {
      block.write((rest & HIGHEST) | 0x80);
      rest >>= 7;
    }
    block.write(rest);
  }
}
