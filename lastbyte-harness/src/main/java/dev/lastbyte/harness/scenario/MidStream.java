// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.CONFIRM;
import static dev.lastbyte.harness.scenario.Words.MIDWAY;
import static dev.lastbyte.harness.scenario.Words.PROVIDER;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.Heads;
import dev.lastbyte.harness.speech.Speech;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Streams that are cut in their middle: every place by every verb, and what framing can break. */
final class MidStream {
  private static final List<Place> PLACES =
      List.of(
          Place.REASONING,
          Place.TEXT,
          Place.BETWEEN_EVENTS,
          Place.MID_FRAME,
          Place.MID_UTF8,
          Place.MID_CHUNK_HEADER);
  private static final List<Cut> CUTS = List.of(Cut.FIN, Cut.RST, Cut.HALF_CLOSE);
  private static final Tale.Story TEXT = Place.TEXT::tale;
  private static final long NEVER_SENT_BYTES = 1000;

  private MidStream() {}

  static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    PLACES.forEach(place -> CUTS.forEach(cut -> all.add(Compositions.of(place, cut))));
    all.add(
        Compositions.of(Place.TEXT, Cut.STALL)
            .named("stall-mid-text")
            .acted(new ClientPart.GivesUp("idle")));
    all.add(
        Entry.of("drip-1B", new Plot.Streams(TEXT, Ending.DRIP), Keys.derived())
            .in(EnumSet.complementOf(EnumSet.of(Dialect.BEDROCK)))
            .framed(Groups.ENDLESS)
            .acted(new ClientPart.GivesUp("idle")));
    all.add(Entry.of("gzip-truncated", new GzipCut(), textTruncated()));
    all.add(
        Entry.of(
                "bad-chunk-size",
                new Plot.Streams(dialect -> TEXT.in(dialect).thenRaw("zz\r\n"), Ending.FIN),
                Keys.caused("proto.malformed", PROVIDER, MIDWAY, CONFIRM))
            .framed(Groups.CHUNKED));
    all.add(
        Entry.of("content-length-short", announcing(0, MidStream::excess), Keys.derived())
            .framed(Groups.LENGTH));
    all.add(
        Entry.of(
                "content-length-long",
                announcing(NEVER_SENT_BYTES, speech -> speech.answerEnd()),
                Keys.derived())
            .framed(Groups.LENGTH));
    return all;
  }

  private static Keys textTruncated() {
    return Keys.but(
        key -> key.in("text").causedBy("stream.silent_truncation", PROVIDER, MIDWAY, CONFIRM));
  }

  /** What comes after the text, and how it is told. */
  private interface Remainder {
    List<? extends Step> tell(Speech speech);
  }

  /** Bytes that no announced length has room for. */
  private static List<Step.Raw> excess(Speech speech) {
    return speech.answerEnd().stream().map(event -> new Step.Raw(event.payload())).toList();
  }

  /** The head announces the content and so many bytes more, and the connection ends in order. */
  private static Plot announcing(long moreBytes, Remainder remainder) {
    return (dialect, framing, occasion) -> {
      Speech speech = Speech.in(dialect);
      var steps = new ArrayList<Step>(speech.opening());
      steps.addAll(speech.text());
      steps.addAll(remainder.tell(speech));
      Script told = Ending.FIN.after(steps, dialect, framing);
      steps.addFirst(Heads.stream(dialect, told.contentBytes() + moreBytes));
      return Ending.FIN.after(steps, dialect, framing);
    };
  }
}
