// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Sse;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What goes wrong between the headers and the first content. */
final class FirstToken {
  private static final ClientBehavior GIVES_UP = new ClientBehavior.GivesUp("first_content");

  private FirstToken() {}

  static List<Scenario> all() {
    return List.of(
        Compositions.of(CutPoint.AFTER_HEADERS, CutAction.STALL)
            .withName("headers-then-silence")
            .withClientBehavior(GIVES_UP),
        Compositions.of(CutPoint.CREATED, CutAction.STALL)
            .withName("created-then-silence")
            .withClientBehavior(GIVES_UP),
        heartbeats("comment-heartbeat-only", StreamPrefix.of(), commenting()),
        heartbeats(
            "ping-only",
            StreamPrefix.of(DialectStream::opening),
            Set.of(Dialect.ANTHROPIC_MESSAGES)),
        Compositions.of(CutPoint.AFTER_HEADERS, CutAction.EOF).withName("empty-200-eof"),
        ScenarioEntry.of("empty-done", emptyDone(), AnswerKeys.derived())
            .withDialects(DialectGroups.CHATS),
        Compositions.of(CutPoint.CREATED, CutAction.EOF)
            .withName("role-only-then-eof")
            .withDialects(DialectGroups.CHATS));
  }

  private static ScenarioEntry heartbeats(
      String name, StreamPrefix.Template before, Set<Dialect> dialects) {
    return ScenarioEntry.of(
            name,
            new ScenarioBehavior.StreamedResponse(before, Ending.HEARTBEATS),
            AnswerKeys.derived())
        .withDialects(dialects)
        .withFramings(DialectGroups.ENDLESS)
        .withClientBehavior(GIVES_UP);
  }

  private static Set<Dialect> commenting() {
    var dialects = EnumSet.copyOf(DialectGroups.CHATS);
    dialects.add(Dialect.OPENAI_RESPONSES);
    return dialects;
  }

  private static ScenarioBehavior emptyDone() {
    Step.Event done = Sse.data("finishing", "[DONE]");
    return new ScenarioBehavior.StreamedResponse(
        StreamPrefix.of(dialectStream -> List.of(done)), Ending.END_OF_MESSAGE);
  }
}
