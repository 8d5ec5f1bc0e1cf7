// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Finish;
import dev.lastbyte.harness.speech.Speech;
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
  private static final Line NOTHING = draft -> {};

  private StepReader() {}

  static Line read(Given step) {
    if (!step.isMap()) {
      return line(step, step.text("a step"), null);
    }
    List<Given.Entry> entries = step.entries("a step");
    if (entries.size() != 1) {
      step.wrong("a step must be one word with its value, but has " + entries.size());
      return NOTHING;
    }
    Given.Entry entry = entries.getFirst();
    return line(entry.name(), entry.name().text("a step"), entry.value());
  }

  private static Line line(Given word, String name, @Nullable Given value) {
    return switch (name) {
      case "opening", "tool_proof", "closing", "acknowledged" -> alone(word, name, value);
      case "reasoning", "text", "tool_half", "tool_whole" -> pieces(name, value);
      case "finish", "heartbeat", "torn" -> perhaps(name, value);
      case "interim", "head", "error", "event", "body", "raw", "pause", "gate" ->
          valued(word, name, value);
      default -> {
        word.wrong(Given.unknown("step", name, STEPS));
        yield NOTHING;
      }
    };
  }

  private static Line alone(Given word, String name, @Nullable Given value) {
    if (value != null) {
      word.wrong(name + " must stand alone, but has a value");
    }
    return switch (name) {
      case "opening" -> Draft::opening;
      case "tool_proof" -> Draft::toolProof;
      case "closing" -> Draft::closing;
      default -> draft -> draft.add(new Step.AwaitAcknowledged());
    };
  }

  private static Line pieces(String name, @Nullable Given value) {
    return switch (name) {
      case "reasoning" -> {
        Pieces pieces = pieces(value, Speech.REASONING, "", "");
        yield draft -> draft.reasoning(pieces);
      }
      case "text" -> {
        Pieces pieces = pieces(value, Speech.TEXT, "", "");
        yield draft -> draft.text(pieces);
      }
      case "tool_half" -> {
        Pieces pieces = pieces(value, Speech.FIRST_ARGUMENTS, "{\"fill\":\"", "");
        yield draft -> draft.toolHalf(pieces);
      }
      default -> {
        // what was filled in before is still open; what was not, is the usual first half
        Pieces pieces = pieces(value, Speech.LAST_ARGUMENTS, "", "\"}");
        yield draft -> draft.toolWhole(pieces);
      }
    };
  }

  private static Pieces pieces(
      @Nullable Given value, List<String> usual, String before, String behind) {
    if (value == null) {
      return new Pieces.Given(usual);
    }
    if (!value.isMap()) {
      return new Pieces.Given(value.list().stream().map(each -> each.text("a piece")).toList());
    }
    Map<String, Given> fields = value.fields("pieces", List.of("events", "bytes", "over"));
    Given events = fields.getOrDefault("events", value);
    Given bytes = fields.getOrDefault("bytes", value);
    Given over = fields.get("over");
    return new Pieces.Filled(
        events.whole("events", 1, MOST_EVENTS),
        bytes.whole("bytes", 1, MOST_BYTES),
        over == null ? Duration.ZERO : over.duration("over"),
        before,
        behind);
  }

  private static Line perhaps(String name, @Nullable Given value) {
    return switch (name) {
      case "finish" -> {
        Finish finish = value == null ? Finish.STOP : value.oneOf(Words.FINISHES);
        yield draft -> draft.finish(finish);
      }
      case "heartbeat" -> {
        int count = value == null ? 1 : value.whole("heartbeat", 1, MOST_EVENTS);
        yield draft -> Collections.nCopies(count, draft).forEach(Draft::heartbeat);
      }
      default -> {
        boolean half = value == null || (!value.isMap() && value.text("torn").equals("half"));
        Integer kept = half || value == null ? null : value.whole("torn", 1, MOST_BYTES);
        yield draft -> draft.tear(kept);
      }
    };
  }

  private static Line valued(Given word, String name, @Nullable Given value) {
    if (value == null) {
      word.wrong("%s must have a value, as in '- %s: …'".formatted(name, name));
      return NOTHING;
    }
    return switch (name) {
      case "interim" -> interim(value);
      case "head" -> head(value);
      case "error" -> {
        var trouble = value.oneOf(Words.TROUBLES);
        yield draft -> draft.error(trouble);
      }
      case "event" -> event(value);
      case "body" -> {
        Bytes payload = Bytes.of(value.bytes("body"));
        yield draft -> draft.body(payload);
      }
      case "raw" -> {
        Bytes bytes = Bytes.of(value.bytes("raw"));
        yield draft -> draft.add(new Step.Raw(bytes));
      }
      case "pause" -> {
        Duration time = value.duration("pause");
        yield draft -> draft.add(new Step.Pause(time));
      }
      default -> gate(value);
    };
  }

  private static Line interim(Given value) {
    if (!value.isMap()) {
      var interim = new Step.Interim(value.whole("interim", 100, 199), "", List.of());
      return draft -> draft.interim(interim);
    }
    Map<String, Given> fields = value.fields("interim", List.of("status", "fields"));
    int status = fields.getOrDefault("status", value).whole("status", 100, 199);
    var interim = new Step.Interim(status, "", headerFields(fields.get("fields")));
    return draft -> draft.interim(interim);
  }

  private static Line head(Given value) {
    if (!value.isMap()) {
      var head = new Draft.Announced(value.whole("head", 200, 599), List.of(), null);
      return draft -> draft.head(head);
    }
    Map<String, Given> fields = value.fields("head", List.of("status", "fields", "missing_bytes"));
    Given missing = fields.get("missing_bytes");
    var head =
        new Draft.Announced(
            fields.getOrDefault("status", value).whole("status", 200, 599),
            headerFields(fields.get("fields")),
            missing == null ? null : missing.whole("missing_bytes", 0, MOST_BYTES));
    return draft -> draft.head(head);
  }

  private static List<Field> headerFields(@Nullable Given value) {
    var fields = new ArrayList<Field>();
    if (value != null) {
      for (Given.Entry entry : value.entries("fields")) {
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

  private static Line event(Given value) {
    if (!value.isMap()) {
      Bytes payload = Bytes.of(value.bytes("event"));
      return draft -> draft.event(new Step.Event("lifecycle", payload));
    }
    Map<String, Given> fields = value.fields("event", List.of("kind", "data"));
    Given kind = fields.getOrDefault("kind", value);
    String meaning = kind.text("kind");
    if (!KINDS.contains(meaning)) {
      kind.wrong(Given.unknown("kind", meaning, KINDS));
    }
    Bytes payload = Bytes.of(fields.getOrDefault("data", value).bytes("data"));
    return draft -> draft.event(new Step.Event(meaning, payload));
  }

  private static Line gate(Given value) {
    Map<String, Given> fields =
        value.isMap() ? value.fields("gate", List.of("name", "limit")) : Map.of();
    Given name = fields.getOrDefault("name", value);
    String token = name.text("a gate's name");
    if (!Tokens.isToken(token)) {
      name.wrong("a gate's name must be letters, digits and ._:/@+-");
    }
    Given limit = fields.get("limit");
    var held = new Step.AwaitGate(token, limit == null ? GATE_LIMIT : limit.duration("limit"));
    return draft -> draft.add(held);
  }
}
