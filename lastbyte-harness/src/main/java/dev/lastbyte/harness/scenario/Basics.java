// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.Ending.END_OF_MESSAGE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Endpoint;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.provider.ProviderError;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.KeyTokens;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Field;
import java.util.List;

/** The way through a stream's life that a demonstration takes: one scenario for each thing. */
final class Basics {

  private Basics() {}

  static List<Scenario> all() {
    return List.of(
        ScenarioEntry.of("ok", ScenarioBehavior.TEXT_RESPONSE, AnswerKeys.derived())
            .withFramings(DialectGroups.HTTP),
        ScenarioEntry.of("ok-tool", ScenarioBehavior.TOOL_CALL, AnswerKeys.derived())
            .withFramings(DialectGroups.HTTP),
        ScenarioEntry.of(
                "before-headers-fin",
                ScenarioBehavior.emptyResponse(Ending.FIN),
                AnswerKeys.derived())
            .withFramings(DialectGroups.CHUNKED),
        ScenarioEntry.of(
                "before-headers-rst",
                ScenarioBehavior.emptyResponse(Ending.RST),
                AnswerKeys.derived())
            .withFramings(DialectGroups.CHUNKED),
        Compositions.of(CutPoint.AFTER_HEADERS, CutAction.FIN),
        Compositions.of(CutPoint.REASONING, CutAction.FIN),
        Compositions.of(CutPoint.TEXT, CutAction.FIN),
        Compositions.of(CutPoint.TEXT, CutAction.RST),
        Compositions.of(CutPoint.TOOL_ARGS, CutAction.FIN),
        Compositions.of(CutPoint.TOOL_READY, CutAction.FIN),
        Compositions.of(CutPoint.TEXT, CutAction.EOF),
        Compositions.of(CutPoint.TEXT, CutAction.STALL)
            .withName("stall")
            .withClientBehavior(new ClientBehavior.GivesUp("idle")),
        ScenarioEntry.of(
                "heartbeat-only",
                new ScenarioBehavior.StreamedResponse(StreamPrefix.of(), Ending.HEARTBEATS),
                AnswerKeys.derived())
            .withFramings(DialectGroups.ENDLESS_HTTP)
            .withDialects(DialectGroups.BEATING)
            .withClientBehavior(new ClientBehavior.GivesUp("first_content")),
        Statuses.of(
                "rate-limited-429", ProviderError.RATE_LIMITED, SAFE, new Field("retry-after", "2"))
            .withFramings(DialectGroups.HTTP),
        Statuses.of("unavailable-503", ProviderError.UNAVAILABLE, SAFE)
            .withFramings(DialectGroups.HTTP),
        errorEvent(),
        ScenarioEntry.of(
                "connection-refused",
                new ScenarioBehavior.ConnectionRefused(),
                AnswerKeys.derived())
            .withFramings(DialectGroups.CHUNKED)
            .withEndpoint(Endpoint.REFUSING_PORT),
        reusedDies("reused-dies-fin", new EndAction.Fin()),
        reusedDies("reused-dies-rst", new EndAction.Rst()));
  }

  private static ScenarioEntry errorEvent() {
    StreamPrefix.Template template =
        dialect ->
            StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::text,
                    dialectStream ->
                        dialectStream.failure(ProviderDialects.of(dialect).usualErrorInStream()))
                .in(dialect);
    return ScenarioEntry.of(
            "error-event",
            new ScenarioBehavior.StreamedResponse(template, END_OF_MESSAGE),
            keyCase ->
                Statuses.key(
                    keyCase.derived(), ProviderDialects.of(keyCase.dialect()).usualErrorInStream()))
        .withFramings(DialectGroups.HTTP);
  }

  private static ScenarioEntry reusedDies(String name, EndAction endAction) {
    return ScenarioEntry.of(
            name,
            ScenarioBehavior.whenReused(
                ScenarioBehavior.TEXT_RESPONSE,
                ScenarioBehavior.emptyResponse(Ending.always(endAction))),
            // The server has read the request on a connection that had just served: it was alive.
            AnswerKeys.caused("wait.empty_reply", KeyTokens.PROVIDER, KeyTokens.EARLY, SAFE))
        .withFramings(DialectGroups.CHUNKED)
        .withClientBehavior(new ClientBehavior.AsksAgainOnTheConnection());
  }
}
