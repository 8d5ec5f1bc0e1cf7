// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the server does with one request, as data: the steps in order, then the verb. The same
 * scenario, dialect and framing always give an equal script.
 */
public record Script(List<Step> steps, Verb verb) {

  /** A copy that nobody can change. */
  public Script {
    steps = List.copyOf(steps);
  }

  /** Every byte that the steps write, in order; heartbeats are the verb's and not in it. */
  public String text() {
    return writes().stream().map(Step.Write::text).collect(Collectors.joining());
  }

  /** How many bytes the steps write. */
  public int byteCount() {
    return writes().stream().mapToInt(Step.Write::byteCount).sum();
  }

  /** How many server-sent events the steps write. */
  public int eventCount() {
    return (int) steps.stream().filter(Step.Event.class::isInstance).count();
  }

  /** The steps by kind and size and then the verb, one a line; no content. */
  public String show() {
    var lines = new ArrayList<String>();
    steps.forEach(step -> lines.add(show(step)));
    lines.add(show(verb));
    return String.join("\n", lines);
  }

  /** The same script with its verb held back until the gate opens or the limit has passed. */
  Script heldBy(String gate, Duration limit) {
    var held = new ArrayList<Step>(steps);
    held.add(new Step.AwaitGate(gate, limit));
    return new Script(held, verb);
  }

  private List<Step.Write> writes() {
    return steps.stream().filter(Step.Write.class::isInstance).map(Step.Write.class::cast).toList();
  }

  private static String show(Step step) {
    return switch (step) {
      case Step.Head head -> "write head, " + head.byteCount() + " bytes";
      case Step.Event event -> "write " + event.kind() + " event, " + event.byteCount() + " bytes";
      case Step.Body body -> "write body, " + body.byteCount() + " bytes";
      case Step.LastChunk last -> "write last chunk, " + last.byteCount() + " bytes";
      case Step.AwaitAcknowledged unused -> "await acknowledged";
      case Step.AwaitGate gate -> "await gate " + gate.name() + ", at most " + gate.limit();
    };
  }

  private static String show(Verb verb) {
    return switch (verb) {
      case Verb.HeartbeatsUntilGone beats -> beats.token() + " every " + beats.interval();
      case Verb.EndOfMessage end -> end.token();
      case Verb.Fin fin -> fin.token();
      case Verb.Rst rst -> rst.token();
      case Verb.Stall stall -> stall.token();
      case Verb.Refuse refuse -> refuse.token();
    };
  }
}
