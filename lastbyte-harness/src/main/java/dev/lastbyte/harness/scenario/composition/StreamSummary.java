// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.EARLY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.MIDWAY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NOT_NEEDED;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the steps of a script tell, apart from how it ends. Only whole events mean anything.
 *
 * @param kinds the kinds of the events that were told to their ends
 * @param contentBytes of all content, pieces of events included
 * @param wholeBytes how much the head announced
 */
record StreamSummary(
    boolean head, boolean streamed, Set<String> kinds, long contentBytes, long wholeBytes) {

  /** From the furthest phase to the nearest, the kinds of events that prove it. */
  private static final List<Proof> PHASES =
      List.of(
          new Proof("finishing", Set.of("proof")),
          new Proof("tool_ready", Set.of("tool_ready")),
          new Proof("server_tool", Set.of("server_tool")),
          new Proof("tool_input", Set.of("tool_input")),
          new Proof("text", Set.of("text")),
          new Proof("reasoning", Set.of("reasoning")));

  private record Proof(String phase, Set<String> kinds) {}

  static StreamSummary of(Script script) {
    List<Step> steps = script.steps();
    Optional<Step.Head> head = first(steps, Step.Head.class);
    boolean streamed =
        steps.stream().anyMatch(step -> step instanceof Step.Event || step instanceof Step.Piece);
    Set<String> kinds =
        steps.stream()
            .filter(Step.Event.class::isInstance)
            .map(step -> ((Step.Event) step).kind())
            .collect(Collectors.toUnmodifiableSet());
    return new StreamSummary(
        head.isPresent(),
        streamed,
        kinds,
        script.contentBytes(),
        head.map(Step.Head::wholeBytes).orElse(0L));
  }

  /** How far it had come. */
  String phase() {
    if (!head) {
      return "await_headers";
    }
    return PHASES.stream()
        .filter(proof -> proof.kinds().stream().anyMatch(kinds::contains))
        .map(Proof::phase)
        .findFirst()
        .orElse(streamed ? "await_content" : "await_first_byte");
  }

  /** What a person reads first, where the stream broke there. */
  String headline() {
    return switch (phase()) {
      case "text", "tool_input", "tool_ready", "server_tool" -> MIDWAY;
      default -> EARLY;
    };
  }

  /** What may be done when it breaks there, for a cause that passes. */
  String retrySafety() {
    if (proven()) {
      return NOT_NEEDED;
    }
    // a complete call may have been run by now, and a text must not be shown twice
    boolean asks = kinds.contains("tool_ready") || kinds.contains("text");
    return asks || kinds.contains("server_tool") ? CONFIRM : SAFE;
  }

  boolean hasContent() {
    return kinds.stream()
        .anyMatch(Set.of("reasoning", "text", "tool_input", "tool_ready")::contains);
  }

  /** Whether the response was proven whole. */
  boolean proven() {
    return kinds.contains("proof");
  }

  /** Whether a call was proven complete: by an end of its own, or by the response's. */
  boolean toolProven() {
    return kinds.contains("tool_ready") || (proven() && kinds.contains("tool_input"));
  }

  /** Whether all came that a content-length announced. */
  boolean lengthReached() {
    return contentBytes >= wholeBytes;
  }

  private static <T> Optional<T> first(List<Step> steps, Class<T> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
