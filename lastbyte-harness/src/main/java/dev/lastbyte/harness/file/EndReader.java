// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.h2.ErrorCode;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.Speech;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a scenario ends: a verb, or a verb with a value. */
final class EndReader {
  /** Every verb. */
  static final List<String> VERBS =
      List.of(
          "end_of_message",
          "fin",
          "rst",
          "half_close",
          "half_open",
          "tls_close_without_notify",
          "reset_stream",
          "goaway",
          "websocket_close",
          "stall",
          "heartbeats",
          "drip");

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final int EVERY_STREAM = 0x7fff_ffff;
  private static final End END_OF_MESSAGE = dialect -> new Verb.EndOfMessage();

  private EndReader() {}

  /** The verb, once the dialect is known. */
  interface End {
    Verb in(Dialect dialect);
  }

  static End read(Given end) {
    if (!end.isMap()) {
      return verb(end, end.text("end"), null);
    }
    List<Given.Entry> entries = end.entries("end");
    if (entries.size() != 1) {
      end.wrong("end must be one verb with its value, but has " + entries.size());
      return END_OF_MESSAGE;
    }
    Given.Entry entry = entries.getFirst();
    return verb(entry.name(), entry.name().text("end"), entry.value());
  }

  private static End verb(Given word, String name, @Nullable Given value) {
    return switch (name) {
      case "end_of_message",
          "fin",
          "rst",
          "half_close",
          "half_open",
          "stall",
          "tls_close_without_notify" ->
          alone(word, name, value);
      case "heartbeats", "drip" -> lasting(name, value);
      case "reset_stream", "goaway", "websocket_close" -> coded(word, name, value);
      default -> {
        word.wrong(Given.unknown("end", name, VERBS));
        yield END_OF_MESSAGE;
      }
    };
  }

  private static End alone(Given word, String name, @Nullable Given value) {
    if (value != null) {
      word.wrong(name + " must stand alone, but has a value");
    }
    Verb verb =
        switch (name) {
          case "fin" -> new Verb.Fin();
          case "rst" -> new Verb.Rst();
          case "half_close" -> new Verb.HalfClose();
          case "half_open" -> new Verb.HalfOpen();
          case "stall" -> new Verb.Stall();
          case "tls_close_without_notify" -> new Verb.TlsCloseWithoutNotify();
          default -> new Verb.EndOfMessage();
        };
    return dialect -> verb;
  }

  private static End lasting(String name, @Nullable Given value) {
    Duration interval = value == null ? INTERVAL : value.duration(name);
    if (value != null && interval.isZero()) {
      value.wrong(name + " must have some time from one to the next, but has none");
    }
    return name.equals("drip")
        ? dialect -> new Verb.Drip(Bytes.of(" "), interval)
        : dialect -> new Verb.Heartbeats(Speech.in(dialect).heartbeat().payload(), interval);
  }

  private static End coded(Given word, String name, @Nullable Given value) {
    if (value == null) {
      word.wrong("%s must have a code, as in '%s: %s'".formatted(name, name, example(name)));
      return END_OF_MESSAGE;
    }
    return switch (name) {
      case "reset_stream" -> {
        ErrorCode code = value.oneOf(Words.CODES);
        yield dialect -> new Verb.ResetStream(code.code());
      }
      case "goaway" -> goAway(value);
      default -> {
        int code = value.whole("websocket_close", 1000, 4999);
        yield dialect -> new Verb.WebSocketClose(code);
      }
    };
  }

  private static End goAway(Given value) {
    Map<String, Given> fields =
        value.isMap() ? value.fields("goaway", List.of("code", "last_stream")) : Map.of();
    ErrorCode code = fields.getOrDefault("code", value).oneOf(Words.CODES);
    Given last = fields.get("last_stream");
    int lastStream = last == null ? EVERY_STREAM : last.whole("last_stream", 0, 999_999_999);
    return dialect -> new Verb.GoAway(code.code(), lastStream);
  }

  private static String example(String name) {
    return name.equals("websocket_close") ? "1011" : "internal_error";
  }
}
