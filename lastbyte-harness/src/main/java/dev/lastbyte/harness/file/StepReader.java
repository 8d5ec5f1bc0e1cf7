// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Finish;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.text.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one step: a word, or a word with a value. */
final class StepReader {
  /** Every word that begins a step. */
  static final List<String> STEPS =
      List.of(
          "interim",
          "head",
          "opening",
          "reasoning",
          "text",
          "tool_half",
          "tool_whole",
          "tool_proof",
          "closing",
          "finish",
          "error",
          "heartbeat",
          "event",
          "body",
          "torn",
          "raw",
          "pause",
          "gate",
          "acknowledged");

  /** What an event of one's own can mean; a key is made of nothing else. */
  static final List<String> KINDS =
      List.of(
          "lifecycle",
          "heartbeat",
          "reasoning",
          "text",
          "tool_input",
          "tool_ready",
          "server_tool",
          "finishing",
          "proof",
          "error");

  private static final int MOST_EVENTS = 10_000;
  private static final int MOST_BYTES = 16 << 20;
  private static final Duration GATE_LIMIT = Duration.ofSeconds(30);
  private static final ParsedStep NOTHING = builder -> {};

  private StepReader() {}

  static ParsedStep read(YamlValue step) {
    if (!step.isMap()) {
      return line(step, step.text("a step"), null);
    }
    List<YamlValue.Entry> entries = step.entries("a step");
    if (entries.size() != 1) {
      step.wrong("a step must be one word with its value, but has " + entries.size());
      return NOTHING;
    }
    YamlValue.Entry entry = entries.getFirst();
    return line(entry.name(), entry.name().text("a step"), entry.value());
  }

  private static ParsedStep line(YamlValue word, String name, @Nullable YamlValue value) {
    return switch (name) {
      case "opening", "tool_proof", "closing", "acknowledged" -> alone(word, name, value);
      case "reasoning", "text", "tool_half", "tool_whole" -> pieces(name, value);
      case "finish", "heartbeat", "torn" -> optional(name, value);
      case "interim", "head", "error", "event", "body", "raw", "pause", "gate" ->
          valued(word, name, value);
      default -> {
        word.wrong(YamlValue.unknown("step", name, STEPS));
        yield NOTHING;
      }
    };
  }

  private static ParsedStep alone(YamlValue word, String name, @Nullable YamlValue value) {
    if (value != null) {
      word.wrong(name + " must stand alone, but has a value");
    }
    return switch (name) {
      case "opening" -> ScriptBuilder::opening;
      case "tool_proof" -> ScriptBuilder::toolProof;
      case "closing" -> ScriptBuilder::closing;
      default -> builder -> builder.add(new Step.AwaitAcknowledged());
    };
  }

  private static ParsedStep pieces(String name, @Nullable YamlValue value) {
    return switch (name) {
      case "reasoning" -> {
        TextPieces pieces = pieces(value, DialectStream.REASONING, "", "");
        yield builder -> builder.reasoning(pieces);
      }
      case "text" -> {
        TextPieces pieces = pieces(value, DialectStream.TEXT, "", "");
        yield builder -> builder.text(pieces);
      }
      case "tool_half" -> {
        TextPieces pieces = pieces(value, DialectStream.FIRST_ARGUMENTS, "{\"fill\":\"", "");
        yield builder -> builder.toolHalf(pieces);
      }
      default -> {
        // what was filled in before is still open; what was not, is the usual first half
        TextPieces pieces = pieces(value, DialectStream.LAST_ARGUMENTS, "", "\"}");
        yield builder -> builder.toolWhole(pieces);
      }
    };
  }

  private static TextPieces pieces(
      @Nullable YamlValue value, List<String> usual, String before, String behind) {
    if (value == null) {
      return new TextPieces.Given(usual);
    }
    if (!value.isMap()) {
      return new TextPieces.Given(value.list().stream().map(each -> each.text("a piece")).toList());
    }
    Map<String, YamlValue> fields = value.fields("pieces", List.of("events", "bytes", "over"));
    YamlValue events = fields.getOrDefault("events", value);
    YamlValue bytes = fields.getOrDefault("bytes", value);
    YamlValue over = fields.get("over");
    return new TextPieces.Filled(
        events.whole("events", 1, MOST_EVENTS),
        bytes.whole("bytes", 1, MOST_BYTES),
        over == null ? Duration.ZERO : over.duration("over"),
        before,
        behind);
  }

  private static ParsedStep optional(String name, @Nullable YamlValue value) {
    return switch (name) {
      case "finish" -> {
        Finish finish = value == null ? Finish.STOP : value.oneOf(Vocabulary.FINISHES);
        yield builder -> builder.finish(finish);
      }
      case "heartbeat" -> {
        int count = value == null ? 1 : value.whole("heartbeat", 1, MOST_EVENTS);
        yield builder -> Collections.nCopies(count, builder).forEach(ScriptBuilder::heartbeat);
      }
      default -> {
        boolean half = value == null || (!value.isMap() && value.text("torn").equals("half"));
        Integer kept = half || value == null ? null : value.whole("torn", 1, MOST_BYTES);
        yield builder -> builder.tear(kept);
      }
    };
  }

  private static ParsedStep valued(YamlValue word, String name, @Nullable YamlValue value) {
    if (value == null) {
      word.wrong("%s must have a value, as in '- %s: …'".formatted(name, name));
      return NOTHING;
    }
    return switch (name) {
      case "interim" -> interim(value);
      case "head" -> head(value);
      case "error" -> {
        var providerError = value.oneOf(Vocabulary.TROUBLES);
        yield builder -> builder.error(providerError);
      }
      case "event" -> event(value);
      case "body" -> {
        Bytes payload = Bytes.of(value.bytes("body"));
        yield builder -> builder.body(payload);
      }
      case "raw" -> {
        Bytes bytes = Bytes.of(value.bytes("raw"));
        yield builder -> builder.add(new Step.Raw(bytes));
      }
      case "pause" -> {
        Duration time = value.duration("pause");
        yield builder -> builder.add(new Step.Pause(time));
      }
      default -> gate(value);
    };
  }

  private static ParsedStep interim(YamlValue value) {
    if (!value.isMap()) {
      var interim = new Step.Interim(value.whole("interim", 100, 199), "", List.of());
      return builder -> builder.interim(interim);
    }
    Map<String, YamlValue> fields = value.fields("interim", List.of("status", "fields"));
    int status = fields.getOrDefault("status", value).whole("status", 100, 199);
    var interim = new Step.Interim(status, "", headerFields(fields.get("fields")));
    return builder -> builder.interim(interim);
  }

  private static ParsedStep head(YamlValue value) {
    if (!value.isMap()) {
      var head = new ScriptBuilder.Announced(value.whole("head", 200, 599), List.of(), null);
      return builder -> builder.head(head);
    }
    Map<String, YamlValue> fields =
        value.fields("head", List.of("status", "fields", "missing_bytes"));
    YamlValue missing = fields.get("missing_bytes");
    var head =
        new ScriptBuilder.Announced(
            fields.getOrDefault("status", value).whole("status", 200, 599),
            headerFields(fields.get("fields")),
            missing == null ? null : missing.whole("missing_bytes", 0, MOST_BYTES));
    return builder -> builder.head(head);
  }

  private static List<Field> headerFields(@Nullable YamlValue value) {
    var fields = new ArrayList<Field>();
    if (value != null) {
      for (YamlValue.Entry entry : value.entries("fields")) {
        String name = entry.name().text("a field's name").toLowerCase(Locale.ROOT);
        String content = entry.value().text("a field's value");
        if (!name.matches("[a-z0-9-]{1,64}")) {
          entry.name().wrong("a field's name must be letters, digits and hyphens");
        }
        if (content.chars().anyMatch(unit -> unit < ' ')) {
          entry.value().wrong("a field's value must be one line");
        }
        fields.add(new Field(name, content));
      }
    }
    return fields;
  }

  private static ParsedStep event(YamlValue value) {
    if (!value.isMap()) {
      Bytes payload = Bytes.of(value.bytes("event"));
      return builder -> builder.event(new Step.Event("lifecycle", payload));
    }
    Map<String, YamlValue> fields = value.fields("event", List.of("kind", "data"));
    YamlValue kind = fields.getOrDefault("kind", value);
    String meaning = kind.text("kind");
    if (!KINDS.contains(meaning)) {
      kind.wrong(YamlValue.unknown("kind", meaning, KINDS));
    }
    Bytes payload = Bytes.of(fields.getOrDefault("data", value).bytes("data"));
    return builder -> builder.event(new Step.Event(meaning, payload));
  }

  private static ParsedStep gate(YamlValue value) {
    Map<String, YamlValue> fields =
        value.isMap() ? value.fields("gate", List.of("name", "limit")) : Map.of();
    YamlValue name = fields.getOrDefault("name", value);
    String token = name.text("a gate's name");
    if (!Tokens.isToken(token)) {
      name.wrong("a gate's name must be letters, digits and ._:/@+-");
    }
    YamlValue limit = fields.get("limit");
    var held = new Step.AwaitGate(token, limit == null ? GATE_LIMIT : limit.duration("limit"));
    return builder -> builder.add(held);
  }
}
