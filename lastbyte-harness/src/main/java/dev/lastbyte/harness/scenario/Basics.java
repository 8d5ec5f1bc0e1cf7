// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Ending.END_OF_MESSAGE;
import static dev.lastbyte.harness.scenario.Words.SAFE;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Venue;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.Speech;
import dev.lastbyte.harness.speech.Trouble;
import java.util.List;

/** The way through a stream's life that a demonstration takes: one scenario for each thing. */
final class Basics {

  private Basics() {}

  static List<Scenario> all() {
    return List.of(
        Entry.of("ok", Plot.ANSWER, Keys.derived()).framed(Groups.HTTP),
        Entry.of("ok-tool", Plot.TOOL_CALL, Keys.derived()).framed(Groups.HTTP),
        Entry.of("before-headers-fin", Plot.nothing(Ending.FIN), Keys.derived())
            .framed(Groups.CHUNKED),
        Entry.of("before-headers-rst", Plot.nothing(Ending.RST), Keys.derived())
            .framed(Groups.CHUNKED),
        Compositions.of(Place.AFTER_HEADERS, Cut.FIN),
        Compositions.of(Place.REASONING, Cut.FIN),
        Compositions.of(Place.TEXT, Cut.FIN),
        Compositions.of(Place.TEXT, Cut.RST),
        Compositions.of(Place.TOOL_ARGS, Cut.FIN),
        Compositions.of(Place.TOOL_READY, Cut.FIN),
        Compositions.of(Place.TEXT, Cut.EOF),
        Compositions.of(Place.TEXT, Cut.STALL).named("stall").acted(new ClientPart.GivesUp("idle")),
        Entry.of("heartbeat-only", new Plot.Streams(Tale.of(), Ending.HEARTBEATS), Keys.derived())
            .framed(Groups.ENDLESS_HTTP)
            .in(Groups.BEATING)
            .acted(new ClientPart.GivesUp("first_content")),
        Statuses.of("rate-limited-429", Trouble.RATE_LIMITED, SAFE, new Field("retry-after", "2"))
            .framed(Groups.HTTP),
        Statuses.of("unavailable-503", Trouble.UNAVAILABLE, SAFE).framed(Groups.HTTP),
        errorEvent(),
        Entry.of("connection-refused", new Plot.NothingListens(), Keys.derived())
            .framed(Groups.CHUNKED)
            .at(Venue.REFUSING_PORT),
        reusedDies("reused-dies-fin", new Verb.Fin()),
        reusedDies("reused-dies-rst", new Verb.Rst()));
  }

  private static Entry errorEvent() {
    Tale.Story story =
        dialect ->
            Tale.of(
                    Speech::opening,
                    Speech::text,
                    speech -> speech.failure(Trouble.within(dialect)))
                .in(dialect);
    return Entry.of(
            "error-event",
            new Plot.Streams(story, END_OF_MESSAGE),
            asking -> Statuses.key(asking.derived(), Trouble.within(asking.dialect())))
        .framed(Groups.HTTP);
  }

  private static Entry reusedDies(String name, Verb verb) {
    return Entry.of(
            name,
            Plot.whenReused(Plot.ANSWER, Plot.nothing(Ending.always(verb))),
            Keys.caused("conn.stale_reuse", Words.PROVIDER, Words.EARLY, SAFE))
        .framed(Groups.CHUNKED)
        .acted(new ClientPart.AsksAgainOnTheConnection());
  }
}
