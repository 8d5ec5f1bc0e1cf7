// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.Ending.END_OF_MESSAGE;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Sse;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The same good response in every spelling that a parser has to take; none of them is a fault. */
final class FormatVariants {
  private static final int LARGE_CHARACTERS = 1 << 18;
  private static final Set<Dialect> RESPONSES = Set.of(Dialect.OPENAI_RESPONSES);
  private static final StreamPrefix.Template ANSWER =
      StreamPrefix.of(DialectStream::opening, DialectStream::text, DialectStream::responseEnd);

  private FormatVariants() {}

  static List<Scenario> all() {
    return List.of(
        well("frame-split-every-byte", everyEvent(FormatVariants::byteByByte)),
        well("utf8-split", FormatVariants::splitSnowman),
        respelled("crlf", text -> text.replace("\n", "\r\n")),
        respelled("cr-only", text -> text.replace("\n", "\r")),
        respelled("no-space-after-colon", text -> text.replaceAll("(?m)^(\\w+): ", "$1:")),
        respelled("id-and-retry-fields", text -> "id: lastbyte\nretry: 3000\n" + text),
        // a line break between two members of an object is JSON all the same (RFC 8259 §2)
        respelled("multi-line-data", text -> text.replaceFirst(",\"", ",\ndata: \"")),
        well("bom", FormatVariants::withByteOrderMark).withDialects(DialectGroups.SSE),
        well("unknown-event-type", template(FormatVariants::somethingUnknown))
            .withDialects(DialectGroups.SSE),
        well("null-arguments", template(FormatVariants::nullArguments))
            .withDialects(DialectGroups.CHATS),
        well("duplicate-event", events(events -> events.add(4, events.get(4))))
            .withDialects(RESPONSES),
        well("out-of-order-sequence_number", events(events -> events.add(5, events.remove(4))))
            .withDialects(RESPONSES),
        well("gap-in-sequence_number", events(events -> events.remove(4))).withDialects(RESPONSES),
        well("oversized-event", template(FormatVariants::large)),
        well("usage-after-finish", ANSWER).withDialects(DialectGroups.CHATS));
  }

  private static ScenarioEntry well(String name, StreamPrefix.Template template) {
    return ScenarioEntry.of(
        name,
        new ScenarioBehavior.StreamedResponse(template, END_OF_MESSAGE),
        AnswerKeys.derived());
  }

  private static ScenarioEntry respelled(String name, UnaryOperator<String> spelling) {
    return well(
            name,
            everyEvent(event ->
                List.of(
                    new Step.Event(
                        event.kind(), Bytes.of(spelling.apply(event.payload().text()))))))
        .withDialects(DialectGroups.SSE);
  }

  private static StreamPrefix.Template template(StreamPrefix.Part text) {
    return StreamPrefix.of(DialectStream::opening, text, DialectStream::responseEnd);
  }

  private interface Rewrite {
    List<Step> of(Step.Event event);
  }

  private static StreamPrefix.Template everyEvent(Rewrite rewrite) {
    return dialect ->
        new StreamPrefix(
            ANSWER.in(dialect).leadingSteps().stream()
                .flatMap(step -> rewrite.of((Step.Event) step).stream())
                .toList(),
            0);
  }

  private interface Shuffle {
    void of(List<Step> events);
  }

  private static StreamPrefix.Template events(Shuffle shuffle) {
    return dialect -> {
      var events = new ArrayList<>(ANSWER.in(dialect).leadingSteps());
      shuffle.of(events);
      return new StreamPrefix(events, 0);
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

  private static StreamPrefix splitSnowman(Dialect dialect) {
    StreamPrefix prefix =
        StreamPrefix.of(
                DialectStream::opening,
                dialectStream -> dialectStream.text(List.of("\u2603")),
                DialectStream::responseEnd)
            .in(dialect);
    Bytes snowman = Bytes.of("\u2603");
    var steps = new ArrayList<Step>();
    for (Step step : prefix.leadingSteps()) {
      Step.Event event = (Step.Event) step;
      int cut = event.payload().indexOf(snowman) + 1;
      if (cut > 0) {
        steps.add(new Step.Piece(event.payload().before(cut)));
      }
      steps.add(new Step.Event(event.kind(), event.payload().from(cut)));
    }
    return new StreamPrefix(steps, 0);
  }

  private static StreamPrefix withByteOrderMark(Dialect dialect) {
    var steps = new ArrayList<>(ANSWER.in(dialect).leadingSteps());
    Step.Event first = (Step.Event) steps.removeFirst();
    steps.addFirst(new Step.Event(first.kind(), Bytes.of("\ufeff").then(first.payload())));
    return new StreamPrefix(steps, 0);
  }

  private static List<Step.Event> somethingUnknown(DialectStream dialectStream) {
    var events = new ArrayList<Step.Event>();
    events.add(Sse.named("lifecycle", "lastbyte.new", "{\"type\":\"lastbyte.new\"}"));
    events.addAll(dialectStream.text());
    return events;
  }

  private static List<Step.Event> nullArguments(DialectStream dialectStream) {
    List<Step.Event> call = dialectStream.toolArgumentsBegin();
    var events = new ArrayList<Step.Event>();
    Step.Event start = call.getFirst();
    events.add(
        new Step.Event(
            start.kind(),
            Bytes.of(start.payload().text().replace("\"arguments\":\"\"", "\"arguments\":null"))));
    events.addAll(call.subList(1, call.size()));
    events.addAll(dialectStream.toolArgumentsEnd());
    return events;
  }

  private static List<Step.Event> large(DialectStream dialectStream) {
    return dialectStream.text(List.of("word ".repeat(LARGE_CHARACTERS / 5)));
  }
}
