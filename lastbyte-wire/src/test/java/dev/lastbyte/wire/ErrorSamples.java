// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The responses of {@code errors.txt}, as they come over the wire, and their keys. */
final class ErrorSamples {

  private static final String FILE = "errors.txt";

  private ErrorSamples() {}

  /**
   * A response and its key.
   *
   * @param pause what it asks for in all, or zero
   * @param verdict cause and origin of its diagnosis, as {@code cause by origin}
   */
  record Sample(
      String name,
      Dialect dialect,
      byte[] bytes,
      ProviderFailure failure,
      @Nullable String code,
      Duration pause,
      String verdict) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> all() {
    try (InputStream file =
        Objects.requireNonNull(ErrorSamples.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(file.readAllBytes(), UTF_8);
      return Stream.of(text.split("\n\n+"))
          .filter(block -> block.startsWith("= "))
          .map(ErrorSamples::sample)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample sample(String block) {
    List<String> lines = block.strip().lines().toList();
    String body = lines.get(lines.size() - 2).substring(1).stripLeading();
    String[] key = lines.getLast().split(" ", 5);
    return new Sample(
        lines.getFirst().substring(2),
        coded(Dialect.values(), lines.get(1)),
        response(lines.subList(2, lines.size() - 2), unescaped(body)),
        coded(ProviderFailure.values(), key[1]),
        key[2].equals("-") ? null : key[2],
        Duration.ofMillis(Long.parseLong(key[3].replace("ms", ""))),
        key[4]);
  }

  private static byte[] response(List<String> head, String body) {
    String rest = String.join("\r\n", head.subList(1, head.size()));
    int length = body.getBytes(UTF_8).length;
    return ("HTTP/1.1 %s Whatever\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(head.getFirst(), rest, length, body))
        .getBytes(UTF_8);
  }

  private static String unescaped(String body) {
    return body.replace("\\r", "\r").replace("\\n", "\n");
  }

  private static <E extends Coded> E coded(E[] values, String code) {
    return Stream.of(values)
        .filter(value -> value.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such code: " + code));
  }
}
