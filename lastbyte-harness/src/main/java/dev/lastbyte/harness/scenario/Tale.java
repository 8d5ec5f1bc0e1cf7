// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Speech;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream tells before it ends.
 *
 * @param restBytes how much content the uncut answer would have had after it
 */
record Tale(List<Step> told, long restBytes) {

  Tale {
    told = List.copyOf(told);
  }

  /** A part of an answer, in whatever dialect the speaker has. */
  interface Part {
    List<Step.Event> tell(Speech speech);
  }

  /** A tale in any dialect. */
  interface Story {
    Tale in(Dialect dialect);
  }

  /** The story that tells these parts, and no more. */
  static Story of(Part... told) {
    return cut(List.of(told));
  }

  /** The story that tells these parts; the others never come. */
  static Story cut(List<Part> told, Part... rest) {
    return dialect -> {
      Speech speech = Speech.in(dialect);
      var events = tell(told, speech);
      long restBytes =
          tell(List.of(rest), speech).stream().mapToLong(event -> event.payload().size()).sum();
      return new Tale(List.copyOf(events), restBytes);
    };
  }

  /** One event alone, as a part of an answer. */
  static Part only(Part whole, int index) {
    return speech -> List.of(whole.tell(speech).get(index));
  }

  /** How much content is told. */
  long toldBytes() {
    return told.stream()
        .filter(Step.Content.class::isInstance)
        .mapToLong(step -> ((Step.Content) step).payload().size())
        .sum();
  }

  /** The same, its last event cut after so many bytes. */
  Tale cutWithin(int bytes) {
    Bytes last = lastEvent().payload();
    return replacingLast(new Step.Piece(last.before(bytes)), last.size() - bytes);
  }

  /** The same, its last event cut in the middle. */
  Tale cutInHalf() {
    return cutWithin(lastEvent().payload().size() / 2);
  }

  /** The same, its last event cut after the first byte of that character. */
  Tale cutInside(String character) {
    return cutWithin(lastEvent().payload().indexOf(Bytes.of(character)) + 1);
  }

  /** The same, and then bytes past all framing. */
  Tale thenRaw(String text) {
    var steps = new ArrayList<>(told);
    steps.add(new Step.Raw(Bytes.of(text)));
    return new Tale(steps, restBytes);
  }

  private Step.Event lastEvent() {
    return (Step.Event) told.getLast();
  }

  private Tale replacingLast(Step step, long lostBytes) {
    var steps = new ArrayList<>(told.subList(0, told.size() - 1));
    steps.add(step);
    return new Tale(steps, restBytes + lostBytes);
  }

  private static List<Step.Event> tell(List<Part> parts, Speech speech) {
    return parts.stream().flatMap(part -> part.tell(speech).stream()).toList();
  }
}
