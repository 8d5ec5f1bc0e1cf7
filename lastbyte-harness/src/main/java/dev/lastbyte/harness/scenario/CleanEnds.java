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

/** Messages that end as they should by HTTP's rules, and are not the whole answer. */
final class CleanEnds {

  private CleanEnds() {}

  static List<Scenario> all() {
    return List.of(
        Compositions.of(Place.TEXT, Cut.EOF).named("eof-no-finish-reason").in(Groups.CHATS),
        Entry.of(
                "done-no-finish-reason",
                new Plot.Streams(
                    Tale.of(Speech::opening, Speech::text, speech -> List.of(done())),
                    END_OF_MESSAGE),
                Keys.derived())
            .in(Groups.CHATS),
        // the finish reason proves the answer whole; only the sentinel is missing
        Entry.of(
                "finish-no-done",
                new Plot.Streams(
                    Tale.of(Speech::opening, Speech::text, Tale.only(Speech::answerEnd, 0)),
                    END_OF_MESSAGE),
                Keys.derived())
            .in(Groups.CHATS),
        unproven("responses-eof-no-completed", Dialect.OPENAI_RESPONSES),
        unproven("anthropic-no-message-stop", Dialect.ANTHROPIC_MESSAGES),
        unproven("gemini-no-finishReason", Dialect.GEMINI),
        unproven("ollama-no-done", Dialect.OLLAMA),
        unproven("bedrock-no-messageStop", Dialect.BEDROCK),
        Entry.of(
                "bedrock-bad-crc",
                new Plot.Streams(dialect -> badCrc(Place.TEXT.tale(dialect)), END_OF_MESSAGE),
                // a frame whose sum is wrong is broken; that nothing follows it comes second
                Keys.but(key ->
                    key.causedBy(
                        "proto.malformed", key.origin(), key.headline(), key.retrySafety())))
            .in(Set.of(Dialect.BEDROCK)));
  }

  private static Entry unproven(String name, Dialect dialect) {
    return Compositions.of(Place.BETWEEN_EVENTS, Cut.EOF).named(name).in(Set.of(dialect));
  }

  private static Step.Event done() {
    return Sse.data("finishing", "[DONE]");
  }

  /** A frame that does not hold together is no event. */
  private static Tale badCrc(Tale tale) {
    var steps = new ArrayList<>(tale.told());
    byte[] frame = ((Step.Event) steps.removeLast()).payload().toArray();
    frame[frame.length - 1] ^= 1;
    steps.add(new Step.Piece(Bytes.of(frame)));
    return new Tale(steps, tale.restBytes());
  }
}
