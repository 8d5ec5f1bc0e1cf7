// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/** Frames of {@code application/vnd.amazon.eventstream}, as Bedrock sends them. */
public final class AwsFrames {

  private AwsFrames() {}

  /** An event with JSON in single quotes. */
  public static byte[] event(String type, String json) {
    return frame(
        headers(":event-type", type, ":content-type", "application/json", ":message-type", "event"),
        Samples.json(json).getBytes(UTF_8));
  }

  /** A vendor's event, as InvokeModelWithResponseStream wraps it. */
  static byte[] chunk(String json) {
    String base64 = Base64.getEncoder().encodeToString(Samples.json(json).getBytes(UTF_8));
    return event("chunk", "{'bytes':'" + base64.replace("/", "\\/") + "','p':'CANARY'}");
  }

  static byte[] exception(String type, String message) {
    return frame(
        headers(":exception-type", type, ":message-type", "exception"),
        Samples.json("{'message':'" + message + "'}").getBytes(UTF_8));
  }

  static byte[] error(String code, String message) {
    return frame(
        headers(":error-code", code, ":error-message", message, ":message-type", "error"),
        new byte[0]);
  }

  /** A frame of whatever headers and payload, with the right lengths and checksums. */
  public static byte[] frame(byte[] headers, byte[] payload) {
    int total = headers.length + payload.length + 16;
    ByteBuffer out = ByteBuffer.allocate(total).putInt(total).putInt(headers.length);
    out.putInt(checksum(out.array(), 8)).put(headers).put(payload);
    return out.putInt(checksum(out.array(), total - 4)).array();
  }

  /** The CRC-32 of the first bytes. */
  public static int checksum(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /** Headers with strings for values. */
  public static byte[] headers(String... namesAndValues) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      byte[] value = namesAndValues[i + 1].getBytes(UTF_8);
      out.write(namesAndValues[i].length());
      out.writeBytes(namesAndValues[i].getBytes(UTF_8));
      out.writeBytes(new byte[] {7, (byte) (value.length >> 8), (byte) value.length});
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  /** One after the other. */
  public static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
