// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.Ending.END_OF_MESSAGE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.MIDWAY;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.UNKNOWN;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Finish;
import dev.lastbyte.harness.provider.Sse;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Messages that end as they should by HTTP's rules, and are not the whole response. */
final class CleanEnds {

  private CleanEnds() {}

  static List<Scenario> all() {
    return List.of(
        Compositions.of(CutPoint.TEXT, CutAction.EOF)
            .withName("eof-no-finish-reason")
            .withDialects(DialectGroups.CHATS),
        ScenarioEntry.of(
                "done-no-finish-reason",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.of(
                        DialectStream::opening,
                        DialectStream::text,
                        dialectStream -> List.of(done())),
                    END_OF_MESSAGE),
                AnswerKeys.derived())
            .withDialects(DialectGroups.CHATS),
        // the finish reason proves the response whole; only the sentinel is missing
        ScenarioEntry.of(
                "finish-no-done",
                new ScenarioBehavior.StreamedResponse(
                    StreamPrefix.of(
                        DialectStream::opening,
                        DialectStream::text,
                        StreamPrefix.only(DialectStream::responseEnd, 0)),
                    END_OF_MESSAGE),
                AnswerKeys.derived())
            .withDialects(DialectGroups.CHATS),
        contradicting(
            "two-finish-reasons",
            StreamPrefix.only(DialectStream::responseEnd, 0),
            dialectStream -> dialectStream.end(Finish.LENGTH)),
        contradicting(
            "finish-before-tool-call",
            StreamPrefix.only(DialectStream::toolEnd, 0),
            DialectStream::toolArgumentsBegin,
            DialectStream::toolArgumentsEnd,
            CleanEnds::sentinel),
        contradicting(
            "finish-before-arguments",
            DialectStream::toolArgumentsBegin,
            StreamPrefix.only(DialectStream::responseEnd, 0),
            DialectStream::toolArgumentsEnd,
            DialectStream::toolEnd),
        textAfterFinish(),
        unknownFinish(),
        unproven("responses-eof-no-completed", Dialect.OPENAI_RESPONSES),
        unproven("anthropic-no-message-stop", Dialect.ANTHROPIC_MESSAGES),
        unproven("gemini-no-finishReason", Dialect.GEMINI),
        unproven("ollama-no-done", Dialect.OLLAMA),
        unproven("bedrock-no-messageStop", Dialect.BEDROCK),
        ScenarioEntry.of(
                "bedrock-bad-crc",
                new ScenarioBehavior.StreamedResponse(
                    dialect -> badCrc(CutPoint.TEXT.prefix(dialect)), END_OF_MESSAGE),
                // a frame whose sum is wrong is broken; that nothing follows it comes second
                AnswerKeys.derivedWith(key ->
                    key.causedBy(
                        "proto.malformed", key.origin(), key.headline(), key.retrySafety())))
            .withDialects(Set.of(Dialect.BEDROCK)));
  }

  /** Whoever believes the first word of such an end acts on half a response. */
  private static ScenarioEntry contradicting(String name, StreamPrefix.Part... end) {
    var parts = new ArrayList<StreamPrefix.Part>();
    parts.add(DialectStream::opening);
    parts.add(DialectStream::text);
    parts.addAll(List.of(end));
    return ScenarioEntry.of(
            name,
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(parts.toArray(StreamPrefix.Part[]::new)), END_OF_MESSAGE),
            AnswerKeys.caused("proto.grammar", PROVIDER, MIDWAY, CONFIRM))
        .withDialects(DialectGroups.CHATS);
  }

  /**
   * Nothing of the response is missing to a client that reads on, so that it is no failure; that
   * its end spoke too early is evidence against it.
   */
  private static ScenarioEntry textAfterFinish() {
    return ScenarioEntry.of(
            "text-after-finish",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(
                    DialectStream::opening,
                    StreamPrefix.only(DialectStream::responseEnd, 0),
                    DialectStream::text,
                    CleanEnds::sentinel),
                END_OF_MESSAGE),
            AnswerKeys.derived())
        .withDialects(DialectGroups.CHATS);
  }

  private static List<Step.Event> sentinel(DialectStream dialectStream) {
    return List.of(done());
  }

  /** The response is whole by its own word, and why it ended nothing tells. */
  private static ScenarioEntry unknownFinish() {
    return ScenarioEntry.of(
            "unknown-finish-reason",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::text,
                    dialectStream -> dialectStream.end(Finish.OTHER)),
                END_OF_MESSAGE),
            AnswerKeys.caused("unknown", UNKNOWN, UNKNOWN, CONFIRM))
        .withDialects(DialectGroups.CHATS);
  }

  private static ScenarioEntry unproven(String name, Dialect dialect) {
    return Compositions.of(CutPoint.BETWEEN_EVENTS, CutAction.EOF)
        .withName(name)
        .withDialects(Set.of(dialect));
  }

  private static Step.Event done() {
    return Sse.data("finishing", "[DONE]");
  }

  /** A frame that does not hold together is no event. */
  private static StreamPrefix badCrc(StreamPrefix prefix) {
    var steps = new ArrayList<>(prefix.leadingSteps());
    byte[] frame = ((Step.Event) steps.removeLast()).payload().toArray();
    frame[frame.length - 1] ^= 1;
    steps.add(new Step.Piece(Bytes.of(frame)));
    return new StreamPrefix(steps, prefix.restBytes());
  }
}
