// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream tells before it ends.
 *
 * @param restBytes how much content the uncut response would have had after it
 */
public record StreamPrefix(List<Step> leadingSteps, long restBytes) {

  public StreamPrefix {
    leadingSteps = List.copyOf(leadingSteps);
  }

  /** A part of a response, in whatever dialect the speaker has. */
  public interface Part {
    List<Step.Event> events(DialectStream dialectStream);
  }

  /** A tale in any dialect. */
  public interface Template {
    StreamPrefix in(Dialect dialect);
  }

  /** The story that tells these parts, and no more. */
  public static Template of(Part... told) {
    return cut(List.of(told));
  }

  /** The story that tells these parts; the others never come. */
  public static Template cut(List<Part> told, Part... rest) {
    return dialect -> {
      DialectStream dialectStream = ProviderDialects.of(dialect).stream();
      var events = events(told, dialectStream);
      long restBytes =
          events(List.of(rest), dialectStream).stream()
              .mapToLong(event -> event.payload().size())
              .sum();
      return new StreamPrefix(List.copyOf(events), restBytes);
    };
  }

  /** One event alone, as a part of a response. */
  public static Part only(Part whole, int index) {
    return dialectStream -> List.of(whole.events(dialectStream).get(index));
  }

  /** How much content is told. */
  long contentBytes() {
    return leadingSteps.stream()
        .filter(Step.Content.class::isInstance)
        .mapToLong(step -> ((Step.Content) step).payload().size())
        .sum();
  }

  /** The same, its last event cut after so many bytes. */
  StreamPrefix cutWithin(int bytes) {
    Bytes last = lastEvent().payload();
    return replacingLast(new Step.Piece(last.before(bytes)), last.size() - bytes);
  }

  /** The same, its last event cut in the middle. */
  public StreamPrefix cutInHalf() {
    return cutWithin(lastEvent().payload().size() / 2);
  }

  /** The same, its last event cut after the first byte of that character. */
  StreamPrefix cutInside(String character) {
    return cutWithin(lastEvent().payload().indexOf(Bytes.of(character)) + 1);
  }

  /** The same, and then bytes past all framing. */
  public StreamPrefix thenRaw(String text) {
    var steps = new ArrayList<>(leadingSteps);
    steps.add(new Step.Raw(Bytes.of(text)));
    return new StreamPrefix(steps, restBytes);
  }

  private Step.Event lastEvent() {
    return (Step.Event) leadingSteps.getLast();
  }

  private StreamPrefix replacingLast(Step step, long lostBytes) {
    var steps = new ArrayList<>(leadingSteps.subList(0, leadingSteps.size() - 1));
    steps.add(step);
    return new StreamPrefix(steps, restBytes + lostBytes);
  }

  private static List<Step.Event> events(List<Part> parts, DialectStream dialectStream) {
    return parts.stream().flatMap(part -> part.events(dialectStream).stream()).toList();
  }
}
