// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A response as strange as HTTP/1 lets it be (RFC 9112); the same one for the same seed.
 *
 * @param request the method of the request that it responds to
 * @param bytes all of it, on the wire
 * @param pieces how it is cut into writes: the length of each
 * @param closes whether the end of the connection comes after it
 */
record RandomResponse(String request, byte[] bytes, List<Integer> pieces, boolean closes) {

  private static final int[] STATUSES = {
    200, 200, 200, 200, 201, 202, 203, 206, 226, 299, 301, 400, 404, 418, 429, 451, 500, 503, 529,
    599, 999, 204, 304
  };
  private static final String[] REASONS = {"OK", "", "Not  Really ", "d\u00e9j\u00e0 vu", "\t200"};
  private static final String[] SPACES = {"", " ", "  ", "\t", " \t "};
  private static final int MOST_PIECES = 12;

  static RandomResponse of(long seed) {
    return new Maker(new Random(seed)).make();
  }

  private enum Framing {
    CHUNKED,
    LENGTH,
    UNTIL_CLOSE
  }

  private static final class Maker {

    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Maker(Random random) {
      this.random = random;
    }

    RandomResponse make() {
      String method = random.nextInt(10) == 0 ? "HEAD" : random.nextBoolean() ? "GET" : "POST";
      int status = oneOf(STATUSES);
      boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
      Framing framing = oneOf(Framing.values());
      boolean old = framing != Framing.CHUNKED && random.nextInt(8) == 0;
      boolean closes =
          (!bodiless && framing == Framing.UNTIL_CLOSE) || old || random.nextInt(10) == 0;
      RandomBody body = RandomBody.of(random);
      interims();
      write(old ? "HTTP/1.0 " : "HTTP/1.1 ")
          .write(status + " ")
          .write(oneOf(REASONS))
          .write("\r\n");
      fields(fields(body, framing, status, closes && !old));
      if (!bodiless) {
        content(body.bytes(), framing);
      }
      return new RandomResponse(method, out.toByteArray(), pieces(out.size()), closes);
    }

    private void interims() {
      for (int i = random.nextInt(12) - 10; i > 0; i--) {
        write("HTTP/1.1 103 Early Hints\r\n");
        fields(new ArrayList<>(List.of(field("Link", "</x>; rel=preload"), anyField())));
      }
    }

    private List<String> fields(RandomBody body, Framing framing, int status, boolean saysClose) {
      List<String> fields = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        fields.add(anyField());
      }
      fields.add(field("content-type", body.type()));
      if (!body.coding().isEmpty()) {
        fields.add(field("content-encoding", body.coding()));
      }
      if (saysClose) {
        fields.add(field("connection", anyCase("close")));
      }
      // RFC 9110 §8.6 and RFC 9112 §6.1: 204 has neither
      if (status != 204 && framing == Framing.LENGTH) {
        fields.add(field("content-length", String.valueOf(body.bytes().length)));
      } else if (status != 204 && framing == Framing.CHUNKED) {
        fields.add(field("transfer-encoding", anyCase("chunked")));
      }
      Collections.shuffle(fields, random);
      return fields;
    }

    private String anyField() {
      String value = text(random.nextInt(random.nextInt(50) == 0 ? 3_000 : 60));
      return field("x-" + text(1 + random.nextInt(20)).replaceAll("[^a-z0-9]", "-"), value);
    }

    /** White space around a value is as good as none (RFC 9112 §5). */
    private String field(String name, String value) {
      return anyCase(name) + ":" + oneOf(SPACES) + value.strip() + oneOf(SPACES);
    }

    private void fields(List<String> fields) {
      fields.forEach(field -> write(field).write("\r\n"));
      write("\r\n");
    }

    private void content(byte[] body, Framing framing) {
      if (framing == Framing.CHUNKED) {
        chunks(body);
      } else {
        out.writeBytes(body);
      }
    }

    private void chunks(byte[] body) {
      for (int at = 0; at < body.length; ) {
        int size = Math.min(body.length - at, 1 + random.nextInt(1 + random.nextInt(5_000)));
        write("0".repeat(random.nextInt(3)))
            .write(anyCase(Integer.toHexString(size)))
            .write(extension())
            .write("\r\n");
        out.write(body, at, size);
        write("\r\n");
        at += size;
      }
      write("0".repeat(1 + random.nextInt(3))).write(extension()).write("\r\n");
      for (int i = random.nextInt(8) - 5; i > 0; i--) {
        write(anyField()).write("\r\n");
      }
      write("\r\n");
    }

    /** RFC 9112 §7.1.1. */
    private String extension() {
      return switch (random.nextInt(6)) {
        case 0 -> ";a=b";
        case 1 -> ";q=\"x;y\\\"z\"";
        case 2 -> " ; lone";
        default -> "";
      };
    }

    private List<Integer> pieces(int bytes) {
      List<Integer> pieces = new ArrayList<>();
      int left = bytes;
      for (int i = random.nextInt(MOST_PIECES); i > 0 && left > 1; i--) {
        int piece = 1 + random.nextInt(random.nextBoolean() ? Math.min(left - 1, 40) : left - 1);
        pieces.add(piece);
        left -= piece;
      }
      pieces.add(left);
      return pieces;
    }

    private String anyCase(String word) {
      var text = new StringBuilder();
      for (char c : word.toCharArray()) {
        text.append(random.nextBoolean() ? Character.toUpperCase(c) : c);
      }
      return text.toString();
    }

    /** Visible characters, spaces, and bytes that are no ASCII (RFC 9110 §5.5). */
    private String text(int length) {
      var text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(
            (char)
                (random.nextInt(20) == 0 ? 0x80 + random.nextInt(0x80) : ' ' + random.nextInt(95)));
      }
      return text.toString();
    }

    private Maker write(String text) {
      out.writeBytes(text.getBytes(ISO_8859_1));
      return this;
    }

    private int oneOf(int[] values) {
      return values[random.nextInt(values.length)];
    }

    private <T> T oneOf(T[] values) {
      return values[random.nextInt(values.length)];
    }
  }
}
