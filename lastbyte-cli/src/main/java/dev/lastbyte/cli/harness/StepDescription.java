// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step of a script for a person's eyes, the verb being the last one.
 *
 * @param does what it does, in a few words
 * @param bytes what it writes; null where it writes nothing that is free of framing
 * @param fields the header fields that it writes
 */
record StepDescription(String does, @Nullable Bytes bytes, List<Field> fields) {

  static List<StepDescription> ofScript(Script script) {
    var steps = new ArrayList<StepDescription>();
    script.steps().forEach(step -> steps.add(of(step)));
    steps.add(new StepDescription("end: " + verb(script.endAction()), null, List.of()));
    return steps;
  }

  private static StepDescription of(Step step) {
    return switch (step) {
      case Step.Interim interim ->
          new StepDescription("interim head " + interim.status(), null, interim.fields());
      case Step.Head head ->
          new StepDescription(
              "head %d, for %d bytes where a length is announced"
                  .formatted(head.status(), head.wholeBytes()),
              null,
              head.fields());
      case Step.Event event -> writing(event.kind() + " event", event.payload());
      case Step.Piece piece -> writing("piece of an event", piece.payload());
      case Step.Body body -> writing("body", body.payload());
      case Step.Raw raw -> writing("raw, past all framing", raw.bytes());
      case Step.AwaitAcknowledged unused -> waiting("until the client's kernel has it all");
      case Step.AwaitGate gate ->
          waiting("for gate %s, at most %s".formatted(gate.name(), gate.limit()));
      case Step.Pause pause -> waiting(pause.time().toString());
    };
  }

  private static String verb(EndAction verb) {
    return switch (verb) {
      case EndAction.Heartbeats beats -> beats.token() + " every " + beats.interval();
      case EndAction.Drip drip -> drip.token() + " every " + drip.interval();
      case EndAction.ResetStream reset -> reset.token() + " with code " + reset.code();
      case EndAction.GoAway away ->
          "%s with code %d after stream %d".formatted(away.token(), away.code(), away.lastStream());
      case EndAction.WebSocketClose close -> close.token() + " with code " + close.code();
      case EndAction.Unreached unreached -> "unreached, " + unreached.token();
      case EndAction.EndOfMessage end -> end.token();
      case EndAction.Fin fin -> fin.token();
      case EndAction.Rst rst -> rst.token();
      case EndAction.HalfClose half -> half.token();
      case EndAction.HalfOpen half -> half.token();
      case EndAction.TlsCloseWithoutNotify cut -> cut.token();
      case EndAction.Stall stall -> stall.token();
      case EndAction.Refuse refuse -> refuse.token();
    };
  }

  private static StepDescription writing(String does, Bytes bytes) {
    return new StepDescription(does, bytes, List.of());
  }

  private static StepDescription waiting(String what) {
    return new StepDescription("wait " + what, null, List.of());
  }

  void printTo(Terminal terminal) {
    terminal.line("  " + does + (bytes == null ? "" : ", %d bytes".formatted(bytes.size())));
    for (Field field : fields) {
      dim(terminal, field.name() + ": " + field.value());
    }
    if (bytes != null) {
      dim(terminal, isText(bytes) ? escaped(bytes.text()) : "hex " + bytes);
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("does", does);
    if (!fields.isEmpty()) {
      json.writeObjectFieldStart("fields");
      for (Field field : fields) {
        json.writeStringField(field.name(), field.value());
      }
      json.writeEndObject();
    }
    if (bytes != null) {
      json.writeNumberField("bytes", bytes.size());
      json.writeStringField(
          isText(bytes) ? "text" : "hex", isText(bytes) ? bytes.text() : bytes.toString());
    }
    json.writeEndObject();
  }

  private static void dim(Terminal terminal, String text) {
    terminal.line("      " + terminal.styled(Style.DIM, text));
  }

  /** Whether a person can read it: whole characters, and no control but the ends of lines. */
  private static boolean isText(Bytes bytes) {
    String text = bytes.text();
    return Bytes.of(text).equals(bytes)
        && text.chars()
            .noneMatch(unit -> unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t');
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(unit -> escaped((char) unit)).collect(Collectors.joining());
  }

  private static String escaped(char unit) {
    return switch (unit) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      default -> String.valueOf(unit);
    };
  }
}
