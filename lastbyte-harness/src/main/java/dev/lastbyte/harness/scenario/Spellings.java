// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Ending.END_OF_MESSAGE;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Speech;
import dev.lastbyte.harness.speech.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The same good answer in every spelling that a parser has to take; none of them is a fault. */
final class Spellings {
  private static final int LARGE_CHARACTERS = 1 << 18;
  private static final Set<Dialect> RESPONSES = Set.of(Dialect.OPENAI_RESPONSES);
  private static final Tale.Story ANSWER =
      Tale.of(Speech::opening, Speech::text, Speech::answerEnd);

  private Spellings() {}

  static List<Scenario> all() {
    return List.of(
        well("frame-split-every-byte", everyEvent(Spellings::byteByByte)),
        well("utf8-split", Spellings::splitSnowman),
        respelled("crlf", text -> text.replace("\n", "\r\n")),
        respelled("cr-only", text -> text.replace("\n", "\r")),
        respelled("no-space-after-colon", text -> text.replaceAll("(?m)^(\\w+): ", "$1:")),
        respelled("id-and-retry-fields", text -> "id: lastbyte\nretry: 3000\n" + text),
        // a line break between two members of an object is JSON all the same (RFC 8259 §2)
        respelled("multi-line-data", text -> text.replaceFirst(",\"", ",\ndata: \"")),
        well("bom", Spellings::withByteOrderMark).in(Groups.SSE),
        well("unknown-event-type", story(Spellings::somethingUnknown)).in(Groups.SSE),
        well("null-arguments", story(Spellings::nullArguments)).in(Groups.CHATS),
        well("duplicate-event", events(events -> events.add(4, events.get(4)))).in(RESPONSES),
        well("out-of-order-sequence_number", events(events -> events.add(5, events.remove(4))))
            .in(RESPONSES),
        well("gap-in-sequence_number", events(events -> events.remove(4))).in(RESPONSES),
        well("oversized-event", story(Spellings::large)),
        well("usage-after-finish", ANSWER).in(Groups.CHATS));
  }

  private static Entry well(String name, Tale.Story story) {
    return Entry.of(name, new Plot.Streams(story, END_OF_MESSAGE), Keys.derived());
  }

  private static Entry respelled(String name, UnaryOperator<String> spelling) {
    return well(
            name,
            everyEvent(event ->
                List.of(
                    new Step.Event(
                        event.kind(), Bytes.of(spelling.apply(event.payload().text()))))))
        .in(Groups.SSE);
  }

  private static Tale.Story story(Tale.Part text) {
    return Tale.of(Speech::opening, text, Speech::answerEnd);
  }

  private interface Rewrite {
    List<Step> of(Step.Event event);
  }

  private static Tale.Story everyEvent(Rewrite rewrite) {
    return dialect ->
        new Tale(
            ANSWER.in(dialect).told().stream()
                .flatMap(step -> rewrite.of((Step.Event) step).stream())
                .toList(),
            0);
  }

  private interface Shuffle {
    void of(List<Step> events);
  }

  private static Tale.Story events(Shuffle shuffle) {
    return dialect -> {
      var events = new ArrayList<>(ANSWER.in(dialect).told());
      shuffle.of(events);
      return new Tale(events, 0);
    };
  }

  private static List<Step> byteByByte(Step.Event event) {
    Bytes payload = event.payload();
    int last = payload.size() - 1;
    var steps = new ArrayList<Step>();
    IntStream.range(0, last).forEach(at -> steps.add(new Step.Piece(payload.at(at))));
    steps.add(new Step.Event(event.kind(), payload.from(last)));
    return steps;
  }

  private static Tale splitSnowman(Dialect dialect) {
    Tale tale =
        Tale.of(Speech::opening, speech -> speech.text(List.of("\u2603")), Speech::answerEnd)
            .in(dialect);
    Bytes snowman = Bytes.of("\u2603");
    var steps = new ArrayList<Step>();
    for (Step step : tale.told()) {
      Step.Event event = (Step.Event) step;
      int cut = event.payload().indexOf(snowman) + 1;
      if (cut > 0) {
        steps.add(new Step.Piece(event.payload().before(cut)));
      }
      steps.add(new Step.Event(event.kind(), event.payload().from(cut)));
    }
    return new Tale(steps, 0);
  }

  private static Tale withByteOrderMark(Dialect dialect) {
    var steps = new ArrayList<>(ANSWER.in(dialect).told());
    Step.Event first = (Step.Event) steps.removeFirst();
    steps.addFirst(new Step.Event(first.kind(), Bytes.of("\ufeff").then(first.payload())));
    return new Tale(steps, 0);
  }

  private static List<Step.Event> somethingUnknown(Speech speech) {
    var events = new ArrayList<Step.Event>();
    events.add(Sse.named("lifecycle", "lastbyte.new", "{\"type\":\"lastbyte.new\"}"));
    events.addAll(speech.text());
    return events;
  }

  private static List<Step.Event> nullArguments(Speech speech) {
    List<Step.Event> call = speech.toolHalf();
    var events = new ArrayList<Step.Event>();
    Step.Event start = call.getFirst();
    events.add(
        new Step.Event(
            start.kind(),
            Bytes.of(start.payload().text().replace("\"arguments\":\"\"", "\"arguments\":null"))));
    events.addAll(call.subList(1, call.size()));
    events.addAll(speech.toolWhole());
    return events;
  }

  private static List<Step.Event> large(Speech speech) {
    return speech.text(List.of("word ".repeat(LARGE_CHARACTERS / 5)));
  }
}
