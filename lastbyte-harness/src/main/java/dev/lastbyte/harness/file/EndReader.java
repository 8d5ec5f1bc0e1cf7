// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.http2.ErrorCode;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
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
  private static final End END_OF_MESSAGE = dialect -> new EndAction.EndOfMessage();

  private EndReader() {}

  /** The verb, once the dialect is known. */
  interface End {
    EndAction in(Dialect dialect);
  }

  static End read(YamlValue end) {
    if (!end.isMap()) {
      return verb(end, end.text("end"), null);
    }
    List<YamlValue.Entry> entries = end.entries("end");
    if (entries.size() != 1) {
      end.wrong("end must be one verb with its value, but has " + entries.size());
      return END_OF_MESSAGE;
    }
    YamlValue.Entry entry = entries.getFirst();
    return verb(entry.name(), entry.name().text("end"), entry.value());
  }

  private static End verb(YamlValue word, String name, @Nullable YamlValue value) {
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
        word.wrong(YamlValue.unknown("end", name, VERBS));
        yield END_OF_MESSAGE;
      }
    };
  }

  private static End alone(YamlValue word, String name, @Nullable YamlValue value) {
    if (value != null) {
      word.wrong(name + " must stand alone, but has a value");
    }
    EndAction endAction =
        switch (name) {
          case "fin" -> new EndAction.Fin();
          case "rst" -> new EndAction.Rst();
          case "half_close" -> new EndAction.HalfClose();
          case "half_open" -> new EndAction.HalfOpen();
          case "stall" -> new EndAction.Stall();
          case "tls_close_without_notify" -> new EndAction.TlsCloseWithoutNotify();
          default -> new EndAction.EndOfMessage();
        };
    return dialect -> endAction;
  }

  private static End lasting(String name, @Nullable YamlValue value) {
    Duration interval = value == null ? INTERVAL : value.duration(name);
    if (value != null && interval.isZero()) {
      value.wrong(name + " must have some time from one to the next, but has none");
    }
    return name.equals("drip")
        ? dialect -> new EndAction.Drip(Bytes.of(" "), interval)
        : dialect ->
            new EndAction.Heartbeats(
                ProviderDialects.of(dialect).stream().heartbeat().payload(), interval);
  }

  private static End coded(YamlValue word, String name, @Nullable YamlValue value) {
    if (value == null) {
      word.wrong("%s must have a code, as in '%s: %s'".formatted(name, name, example(name)));
      return END_OF_MESSAGE;
    }
    return switch (name) {
      case "reset_stream" -> {
        ErrorCode code = value.oneOf(Vocabulary.CODES);
        yield dialect -> new EndAction.ResetStream(code.code());
      }
      case "goaway" -> goAway(value);
      default -> {
        int code = value.whole("websocket_close", 1000, 4999);
        yield dialect -> new EndAction.WebSocketClose(code);
      }
    };
  }

  private static End goAway(YamlValue value) {
    Map<String, YamlValue> fields =
        value.isMap() ? value.fields("goaway", List.of("code", "last_stream")) : Map.of();
    ErrorCode code = fields.getOrDefault("code", value).oneOf(Vocabulary.CODES);
    YamlValue last = fields.get("last_stream");
    int lastStream = last == null ? EVERY_STREAM : last.whole("last_stream", 0, 999_999_999);
    return dialect -> new EndAction.GoAway(code.code(), lastStream);
  }

  private static String example(String name) {
    return name.equals("websocket_close") ? "1011" : "internal_error";
  }
}
