// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.provider;

import dev.lastbyte.harness.script.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Frames of {@code application/vnd.amazon.eventstream}: total length, length of the headers, CRC32
 * of these two; headers; payload; CRC32 of all that (AWS, event stream encoding).
 */
final class AwsEventStream {
  private static final int PRELUDE_BYTES = 12;
  private static final int CRC_BYTES = 4;
  private static final byte STRING = 7;

  private AwsEventStream() {}

  /** An event of that type, with JSON in it. */
  static Bytes event(String type, String json) {
    return frame(headers("event", ":event-type", type), json);
  }

  /** An exception of that type. */
  static Bytes exception(String type, String json) {
    return frame(headers("exception", ":exception-type", type), json);
  }

  private static byte[] headers(String messageType, String typeHeader, String type) {
    var headers = new ByteArrayOutputStream();
    header(headers, typeHeader, type);
    header(headers, ":content-type", "application/json");
    header(headers, ":message-type", messageType);
    return headers.toByteArray();
  }

  private static void header(ByteArrayOutputStream to, String name, String value) {
    to.write(name.length());
    to.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    to.write(STRING);
    to.write(value.length() >> 8);
    to.write(value.length());
    to.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  private static Bytes frame(byte[] headers, String json) {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    int total = PRELUDE_BYTES + headers.length + payload.length + CRC_BYTES;
    byte[] bytes = new byte[total];
    var frame = ByteBuffer.wrap(bytes);
    frame.putInt(total).putInt(headers.length);
    frame.putInt(crc(bytes, frame.position()));
    frame.put(headers).put(payload);
    frame.putInt(crc(bytes, frame.position()));
    return Bytes.of(bytes);
  }

  /** Of the first ones. */
  private static int crc(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
