// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.file.EndReader.End;
import dev.lastbyte.harness.scenario.OwnScenarios;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Verb;
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

  private final Given document;
  private final Map<String, Given> fields;

  private ScenarioReader(Given document) {
    this.document = document;
    fields = document.fields("a scenario", FIELDS);
  }

  /** The scenario; null where a problem was noted. */
  static @Nullable Scenario read(Given document, Problems problems) {
    int before = problems.count();
    return new ScenarioReader(document).read(() -> problems.count() == before);
  }

  private @Nullable Scenario read(BooleanSupplier fine) {
    String name = name();
    if (fields.containsKey("about")) {
      var unused = fields.get("about").text("about");
    }
    List<Line.Placed> lines = lines();
    Given ending = required("end");
    if (ending == null) {
      return null;
    }
    End end = EndReader.read(ending);
    Set<Framing> framings = framings(end);
    Set<Dialect> dialects = dialects(framings);
    UnaryOperator<AnswerKey> key = KeyReader.read(fields.get("key"));
    tell(lines, dialects);
    return fine.getAsBoolean()
        ? OwnScenarios.of(
            name,
            dialects,
            framings,
            (dialect, framing) -> script(lines, end, dialect, framing),
            key)
        : null;
  }

  private @Nullable Given required(String field) {
    Given given = fields.get(field);
    if (given == null) {
      document.wrong("a scenario must have '%s:', but has none".formatted(field));
    }
    return given;
  }

  private String name() {
    Given given = required("name");
    String name = given == null ? "" : given.text("name");
    if (given != null && !name.matches(NAME)) {
      given.wrong(
          "a scenario's name must be at most 64 letters, digits, hyphens and underscores, but was '"
              + name
              + "'");
    }
    return name;
  }

  private List<Line.Placed> lines() {
    Given steps = fields.get("steps");
    if (steps == null) {
      return List.of();
    }
    if (!steps.isList()) {
      steps.wrong("steps must be a list, each on a line that begins with '- '");
      return List.of();
    }
    return steps.list().stream().map(step -> new Line.Placed(step, StepReader.read(step))).toList();
  }

  private Set<Framing> framings(End end) {
    var fitting = EnumSet.noneOf(Framing.class);
    for (Framing framing : Framing.values()) {
      if (framing.has(verb(end, Dialect.OPENAI_RESPONSES, framing))) {
        fitting.add(framing);
      }
    }
    Given given = fields.get("framings");
    if (given == null) {
      // a WebSocket is spoken by one dialect alone, so it has to be asked for
      fitting.removeIf(framing -> framing == Framing.WEBSOCKET && fitting.size() > 1);
      return fitting;
    }
    var wanted = EnumSet.noneOf(Framing.class);
    for (Given each : given.list()) {
      Framing framing = each.oneOf(Words.FRAMINGS);
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
    Given given = fields.get("dialects");
    boolean socket = framings.contains(Framing.WEBSOCKET);
    var wanted = EnumSet.noneOf(Dialect.class);
    if (given == null) {
      wanted.addAll(socket ? Set.of(Dialect.OPENAI_RESPONSES) : EnumSet.allOf(Dialect.class));
    } else {
      for (Given each : given.list()) {
        Dialect dialect = each.oneOf(Words.DIALECTS);
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
  private static void tell(List<Line.Placed> lines, Set<Dialect> dialects) {
    for (Dialect dialect : dialects) {
      var draft = new Draft(dialect);
      for (Line.Placed placed : lines) {
        try {
          placed.line().write(draft);
        } catch (Line.Misfit e) {
          placed.at().wrong(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private static Script script(List<Line.Placed> lines, End end, Dialect dialect, Framing framing) {
    var draft = new Draft(dialect);
    lines.forEach(placed -> placed.line().write(draft));
    return draft.end(verb(end, dialect, framing));
  }

  /** The end of the connection is the only end that a message without a length has. */
  private static Verb verb(End end, Dialect dialect, Framing framing) {
    var verb = end.in(dialect);
    return framing == Framing.CLOSE_DELIMITED && verb instanceof Verb.EndOfMessage
        ? new Verb.Fin()
        : verb;
  }
}
