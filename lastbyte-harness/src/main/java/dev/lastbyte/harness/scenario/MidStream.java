// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.MIDWAY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.provider.ResponseHeads;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.GzipCut;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Streams that are cut in their middle: every place by every verb, and what framing can break. */
final class MidStream {
  private static final List<CutPoint> PLACES =
      List.of(
          CutPoint.REASONING,
          CutPoint.TEXT,
          CutPoint.BETWEEN_EVENTS,
          CutPoint.MID_FRAME,
          CutPoint.MID_UTF8,
          CutPoint.MID_CHUNK_HEADER);
  private static final List<CutAction> CUTS =
      List.of(CutAction.FIN, CutAction.RST, CutAction.HALF_CLOSE);
  private static final StreamPrefix.Template TEXT = CutPoint.TEXT::prefix;
  private static final long NEVER_SENT_BYTES = 1000;

  private MidStream() {}

  static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    PLACES.forEach(cutPoint -> CUTS.forEach(cut -> all.add(Compositions.of(cutPoint, cut))));
    all.add(
        Compositions.of(CutPoint.TEXT, CutAction.STALL)
            .withName("stall-mid-text")
            .withClientBehavior(new ClientBehavior.GivesUp("idle")));
    all.add(
        ScenarioEntry.of(
                "drip-1B",
                new ScenarioBehavior.StreamedResponse(TEXT, Ending.DRIP),
                AnswerKeys.derived())
            .withDialects(EnumSet.complementOf(EnumSet.of(Dialect.BEDROCK)))
            .withFramings(DialectGroups.ENDLESS)
            .withClientBehavior(new ClientBehavior.GivesUp("idle")));
    all.add(ScenarioEntry.of("gzip-truncated", new GzipCut(), textTruncated()));
    all.add(
        ScenarioEntry.of(
                "bad-chunk-size",
                new ScenarioBehavior.StreamedResponse(
                    dialect -> TEXT.in(dialect).thenRaw("zz\r\n"), Ending.FIN),
                AnswerKeys.caused("proto.malformed", PROVIDER, MIDWAY, CONFIRM))
            .withFramings(DialectGroups.CHUNKED));
    all.add(
        ScenarioEntry.of(
                "content-length-short", announcing(0, MidStream::excess), AnswerKeys.derived())
            .withFramings(DialectGroups.LENGTH));
    all.add(
        ScenarioEntry.of(
                "content-length-long",
                announcing(NEVER_SENT_BYTES, dialectStream -> dialectStream.responseEnd()),
                AnswerKeys.derived())
            .withFramings(DialectGroups.LENGTH));
    return all;
  }

  private static AnswerKeys textTruncated() {
    return AnswerKeys.derivedWith(
        key -> key.in("text").causedBy("stream.silent_truncation", PROVIDER, MIDWAY, CONFIRM));
  }

  /** What comes after the text, and how it is told. */
  private interface Remainder {
    List<? extends Step> tell(DialectStream dialectStream);
  }

  /** Bytes that no announced length has room for. */
  private static List<Step.Raw> excess(DialectStream dialectStream) {
    return dialectStream.responseEnd().stream()
        .map(event -> new Step.Raw(event.payload()))
        .toList();
  }

  /** The head announces the content and so many bytes more, and the connection ends in order. */
  private static ScenarioBehavior announcing(long moreBytes, Remainder remainder) {
    return (dialect, framing, requestContext) -> {
      DialectStream dialectStream = ProviderDialects.of(dialect).stream();
      var steps = new ArrayList<Step>(dialectStream.opening());
      steps.addAll(dialectStream.text());
      steps.addAll(remainder.tell(dialectStream));
      Script told = Ending.FIN.after(steps, dialect, framing);
      steps.addFirst(ResponseHeads.stream(dialect, told.contentBytes() + moreBytes));
      return Ending.FIN.after(steps, dialect, framing);
    };
  }
}
