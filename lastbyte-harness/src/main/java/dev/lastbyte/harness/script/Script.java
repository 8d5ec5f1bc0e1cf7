// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server does with one request, as data: the steps in order, then the verb. The same
 * scenario, dialect and framing always give an equal script.
 */
public record Script(List<Step> steps, EndAction endAction) {

  /** An immutable copy. */
  public Script {
    steps = List.copyOf(steps);
  }

  /** All content that the steps write, in order and without framing. */
  public Bytes content() {
    return Bytes.joined(
        steps.stream()
            .filter(Step.Content.class::isInstance)
            .map(step -> ((Step.Content) step).payload())
            .toList());
  }

  /** How much content that is. */
  public long contentBytes() {
    return steps.stream()
        .filter(Step.Content.class::isInstance)
        .mapToLong(step -> ((Step.Content) step).payload().size())
        .sum();
  }

  /** How many events the steps write to their ends. */
  public int eventCount() {
    return (int) steps.stream().filter(Step.Event.class::isInstance).count();
  }

  /**
   * The steps by kind and size and then the verb, one a line; no content. Equal ones are counted.
   */
  public String show() {
    var lines = new ArrayList<String>();
    int times = 0;
    for (int i = 0; i < steps.size(); i++) {
      times++;
      String line = show(steps.get(i));
      if (i + 1 == steps.size() || !show(steps.get(i + 1)).equals(line)) {
        lines.add(times == 1 ? line : times + " times: " + line);
        times = 0;
      }
    }
    lines.add(show(endAction));
    return String.join("\n", lines);
  }

  /** The same script with its verb held back until the gate opens or the limit has passed. */
  public Script heldBy(String gate, Duration limit) {
    var held = new ArrayList<>(steps);
    held.add(new Step.AwaitGate(gate, limit));
    return new Script(held, endAction);
  }

  private static String show(Step step) {
    return switch (step) {
      case Step.Interim interim -> "write interim head " + interim.status();
      case Step.Head head -> "write head " + head.status();
      case Step.Event event -> "write " + event.kind() + " event, " + size(event.payload());
      case Step.Piece piece -> "write piece of an event, " + size(piece.payload());
      case Step.Body body -> "write body, " + size(body.payload());
      case Step.Raw raw -> "write raw, " + size(raw.bytes());
      case Step.AwaitAcknowledged unused -> "await acknowledged";
      case Step.AwaitGate gate -> "await gate " + gate.name() + ", at most " + gate.limit();
      case Step.Pause pause -> "pause " + pause.time();
    };
  }

  private static String size(Bytes bytes) {
    return bytes.size() + " bytes";
  }

  private static String show(EndAction endAction) {
    return switch (endAction) {
      case EndAction.Heartbeats beats -> beats.token() + " every " + beats.interval();
      case EndAction.Drip drip -> drip.token() + " every " + drip.interval();
      case EndAction.ResetStream reset -> reset.token() + " " + reset.code();
      case EndAction.GoAway away ->
          away.token() + " " + away.code() + " after " + away.lastStream();
      case EndAction.WebSocketClose close -> close.token() + " " + close.code();
      case EndAction.Stall stall -> stall.token();
      case EndAction.Refuse refuse -> refuse.token();
      case EndAction.EndOfMessage end -> end.token();
      case EndAction.Fin fin -> fin.token();
      case EndAction.Rst rst -> rst.token();
      case EndAction.HalfClose half -> half.token();
      case EndAction.HalfOpen half -> half.token();
      case EndAction.Unreached unreached -> unreached.token();
      case EndAction.TlsCloseWithoutNotify cut -> cut.token();
    };
  }
}
