// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Speech;
import dev.lastbyte.harness.speech.Sse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What goes wrong between the headers and the first content. */
final class FirstToken {
  private static final ClientPart GIVES_UP = new ClientPart.GivesUp("first_content");

  private FirstToken() {}

  static List<Scenario> all() {
    return List.of(
        Compositions.of(Place.AFTER_HEADERS, Cut.STALL)
            .named("headers-then-silence")
            .acted(GIVES_UP),
        Compositions.of(Place.CREATED, Cut.STALL).named("created-then-silence").acted(GIVES_UP),
        heartbeats("comment-heartbeat-only", Tale.of(), commenting()),
        heartbeats("ping-only", Tale.of(Speech::opening), Set.of(Dialect.ANTHROPIC_MESSAGES)),
        Compositions.of(Place.AFTER_HEADERS, Cut.EOF).named("empty-200-eof"),
        Entry.of("empty-done", emptyDone(), Keys.derived()).in(Groups.CHATS),
        Compositions.of(Place.CREATED, Cut.EOF).named("role-only-then-eof").in(Groups.CHATS));
  }

  private static Entry heartbeats(String name, Tale.Story before, Set<Dialect> dialects) {
    return Entry.of(name, new Plot.Streams(before, Ending.HEARTBEATS), Keys.derived())
        .in(dialects)
        .framed(Groups.ENDLESS)
        .acted(GIVES_UP);
  }

  private static Set<Dialect> commenting() {
    var dialects = EnumSet.copyOf(Groups.CHATS);
    dialects.add(Dialect.OPENAI_RESPONSES);
    return dialects;
  }

  private static Plot emptyDone() {
    Step.Event done = Sse.data("finishing", "[DONE]");
    return new Plot.Streams(Tale.of(speech -> List.of(done)), Ending.END_OF_MESSAGE);
  }
}
