// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.file.EndReader.End;
import dev.lastbyte.harness.scenario.CustomScenarios;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one scenario, and tries it in every dialect and framing that it is to have. */
final class ScenarioReader {
  /** Every field of a scenario. */
  static final List<String> FIELDS =
      List.of("name", "about", "dialects", "framings", "steps", "end", "key");

  private static final String NAME = "[A-Za-z0-9_-]{1,64}";

  private final YamlValue document;
  private final Map<String, YamlValue> fields;

  private ScenarioReader(YamlValue document) {
    this.document = document;
    fields = document.fields("a scenario", FIELDS);
  }

  /** The scenario; null where a problem was noted. */
  static @Nullable Scenario read(YamlValue document, Problems problems) {
    int before = problems.count();
    return new ScenarioReader(document).read(() -> problems.count() == before);
  }

  private @Nullable Scenario read(BooleanSupplier fine) {
    String name = name();
    if (fields.containsKey("about")) {
      var unused = fields.get("about").text("about");
    }
    List<ParsedStep.Placed> lines = lines();
    YamlValue ending = required("end");
    if (ending == null) {
      return null;
    }
    End end = EndReader.read(ending);
    Set<Framing> framings = framings(end);
    Set<Dialect> dialects = dialects(framings);
    UnaryOperator<AnswerKey> key = KeyReader.read(fields.get("key"));
    build(lines, dialects);
    return fine.getAsBoolean()
        ? CustomScenarios.of(
            name,
            dialects,
            framings,
            (dialect, framing) -> script(lines, end, dialect, framing),
            key)
        : null;
  }

  private @Nullable YamlValue required(String field) {
    YamlValue yamlValue = fields.get(field);
    if (yamlValue == null) {
      document.wrong("a scenario must have '%s:', but has none".formatted(field));
    }
    return yamlValue;
  }

  private String name() {
    YamlValue yamlValue = required("name");
    String name = yamlValue == null ? "" : yamlValue.text("name");
    if (yamlValue != null && !name.matches(NAME)) {
      yamlValue.wrong(
          "a scenario's name must be at most 64 letters, digits, hyphens and underscores, but was '"
              + name
              + "'");
    }
    return name;
  }

  private List<ParsedStep.Placed> lines() {
    YamlValue steps = fields.get("steps");
    if (steps == null) {
      return List.of();
    }
    if (!steps.isList()) {
      steps.wrong("steps must be a list, each on a line that begins with '- '");
      return List.of();
    }
    return steps.list().stream()
        .map(step -> new ParsedStep.Placed(step, StepReader.read(step)))
        .toList();
  }

  private Set<Framing> framings(End end) {
    var fitting = EnumSet.noneOf(Framing.class);
    for (Framing framing : Framing.values()) {
      if (framing.has(endAction(end, Dialect.OPENAI_RESPONSES, framing))) {
        fitting.add(framing);
      }
    }
    YamlValue yamlValue = fields.get("framings");
    if (yamlValue == null) {
      // a WebSocket is spoken by one dialect alone, so it has to be asked for
      fitting.removeIf(framing -> framing == Framing.WEBSOCKET && fitting.size() > 1);
      return fitting;
    }
    var wanted = EnumSet.noneOf(Framing.class);
    for (YamlValue each : yamlValue.list()) {
      Framing framing = each.oneOf(Vocabulary.FRAMINGS);
      if (!fitting.contains(framing)) {
        each.wrong(
            "framing %s has no such end; %s have it"
                .formatted(framing.token(), fitting.stream().map(Framing::token).toList()));
      }
      wanted.add(framing);
    }
    return wanted.isEmpty() ? fitting : wanted;
  }

  private Set<Dialect> dialects(Set<Framing> framings) {
    YamlValue yamlValue = fields.get("dialects");
    boolean socket = framings.contains(Framing.WEBSOCKET);
    var wanted = EnumSet.noneOf(Dialect.class);
    if (yamlValue == null) {
      wanted.addAll(socket ? Set.of(Dialect.OPENAI_RESPONSES) : EnumSet.allOf(Dialect.class));
    } else {
      for (YamlValue each : yamlValue.list()) {
        Dialect dialect = each.oneOf(Vocabulary.DIALECTS);
        if (socket && dialect != Dialect.OPENAI_RESPONSES) {
          each.wrong(
              "framing websocket has openai-responses alone, but was to have " + dialect.token());
        }
        wanted.add(dialect);
      }
    }
    return wanted.isEmpty() ? EnumSet.allOf(Dialect.class) : wanted;
  }

  /** Tells it in every dialect; what cannot stand is noted where it stands. */
  private static void build(List<ParsedStep.Placed> lines, Set<Dialect> dialects) {
    for (Dialect dialect : dialects) {
      var builder = new ScriptBuilder(dialect);
      for (ParsedStep.Placed placed : lines) {
        try {
          placed.line().write(builder);
        } catch (ParsedStep.Misfit e) {
          placed.at().wrong(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private static Script script(
      List<ParsedStep.Placed> lines, End end, Dialect dialect, Framing framing) {
    var builder = new ScriptBuilder(dialect);
    lines.forEach(placed -> placed.line().write(builder));
    return builder.end(endAction(end, dialect, framing));
  }

  /** The end of the connection is the only end that a message without a length has. */
  private static EndAction endAction(End end, Dialect dialect, Framing framing) {
    var endAction = end.in(dialect);
    return framing == Framing.CLOSE_DELIMITED && endAction instanceof EndAction.EndOfMessage
        ? new EndAction.Fin()
        : endAction;
  }
}
