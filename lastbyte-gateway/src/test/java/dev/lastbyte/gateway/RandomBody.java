// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The content of a response: a stream, a document, or noise; encoded rightly, wrongly, or not.
 *
 * @param type the media type that it claims
 * @param coding the content coding that it claims; empty for none
 */
record RandomBody(String type, String coding, byte[] bytes) {

  private static final String DELTA =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%d \u2603\"}}]}\n\n";
  private static final String[] TYPES = {
    "text/event-stream", "text/event-stream; charset=utf-8", "application/json", "image/png", "odd"
  };
  private static final String[] CODINGS = {"gzip", "deflate", "br", "zstd", "unheard-of"};

  static RandomBody of(Random random) {
    byte[] plain = random.nextInt(3) == 0 ? noise(random) : stream(random);
    String type = TYPES[random.nextInt(TYPES.length)];
    if (random.nextInt(3) > 0) {
      return new RandomBody(type, "", plain);
    }
    String coding = CODINGS[random.nextInt(CODINGS.length)];
    boolean lies = random.nextInt(4) == 0;
    return new RandomBody(type, coding, lies ? plain : encoded(plain, coding));
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 200_000 : 3_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Some events; of the last one only a part, at times. */
  private static byte[] stream(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(random.nextInt(5) == 0 ? ": ping\r\n\r\n" : DELTA.formatted(i));
    }
    text.setLength(text.length() - random.nextInt(1 + Math.min(30, text.length())));
    return text.append(random.nextBoolean() ? "\n\ndata: [DONE]\n\n" : "")
        .toString()
        .getBytes(UTF_8);
  }

  private static byte[] encoded(byte[] plain, String coding) {
    try {
      return switch (coding) {
        case "gzip" -> {
          var out = new ByteArrayOutputStream();
          yield written(plain, out, new GZIPOutputStream(out));
        }
        case "deflate" -> {
          var out = new ByteArrayOutputStream();
          yield written(plain, out, new DeflaterOutputStream(out));
        }
        case "br" -> Encoder.compress(plain, new Encoder.Parameters().setQuality(1));
        case "zstd" -> Zstd.compress(plain);
        default -> plain;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(byte[] plain, ByteArrayOutputStream to, OutputStream through)
      throws IOException {
    try (through) {
      through.write(plain);
    }
    return to.toByteArray();
  }
}
