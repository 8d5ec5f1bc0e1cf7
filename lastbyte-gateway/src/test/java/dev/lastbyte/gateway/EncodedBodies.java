// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Text in a content coding, as a program of its own would have made it. */
final class EncodedBodies {

  static {
    Brotli4jLoader.ensureAvailability();
  }

  private EncodedBodies() {}

  /** The text in these codings, applied in the order in which they are named. */
  static byte[] encoded(String plain, String codings) throws IOException {
    byte[] bytes = plain.getBytes(UTF_8);
    for (String coding : codings.split(", ", -1)) {
      bytes = encodedOnce(bytes, coding);
    }
    return bytes;
  }

  private static byte[] encodedOnce(byte[] plain, String coding) throws IOException {
    var bytes = new ByteArrayOutputStream();
    switch (coding) {
      case "br" -> bytes.write(Encoder.compress(plain));
      case "zstd" -> bytes.write(Zstd.compress(plain));
      case "gzip" -> {
        try (var out = new GZIPOutputStream(bytes)) {
          out.write(plain);
        }
      }
      default -> {
        try (var out = new DeflaterOutputStream(bytes)) {
          out.write(plain);
        }
      }
    }
    return bytes.toByteArray();
  }
}
