// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.LOCAL_ABORT;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.UNKNOWN;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutAction;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.KeyTokens;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import java.util.List;

/** What ends on the client's side: aborts, timers, and what they hide. */
final class LocalCauses {
  private static final ScenarioBehavior SILENT = ScenarioBehavior.emptyResponse(Ending.STALL);
  private static final ScenarioBehavior SILENT_IN_TEXT =
      new ScenarioBehavior.StreamedResponse(CutPoint.TEXT::prefix, Ending.STALL);
  private static final ScenarioBehavior SILENT_IN_TOOL =
      new ScenarioBehavior.StreamedResponse(CutPoint.TOOL_ARGS::prefix, Ending.STALL);
  private static final ScenarioBehavior TEXT_WITHOUT_END =
      new ScenarioBehavior.StreamedResponse(CutPoint.TEXT::prefix, Ending.ENDLESS_TEXT);

  private LocalCauses() {}

  static List<Scenario> all() {
    return List.of(
        aborted("user-abort-before-headers", SILENT, "await_headers", "abort.user", "user")
            .withFramings(DialectGroups.CHUNKED),
        aborted("user-abort-mid-text", SILENT_IN_TEXT, "text", "abort.user", "user"),
        aborted("user-abort-in-tool", SILENT_IN_TOOL, "tool_input", "abort.user", "user")
            .withDialects(DialectGroups.PIECEMEAL_TOOLS),
        aborted("parent-abort", SILENT_IN_TEXT, "text", "abort.parent", "agent"),
        aborted("superseded-abort", SILENT_IN_TEXT, "text", "abort.superseded", "agent"),
        aborted("lifecycle-abort", SILENT_IN_TEXT, "text", "abort.lifecycle", "lifecycle"),
        nameless(),
        notPropagated(),
        gaveUp("watchdog-first-event", headersOnly(), "first_content"),
        gaveUp("watchdog-idle", SILENT_IN_TEXT, "idle"),
        falsePositive(),
        total("total-timeout", TEXT_WITHOUT_END).withFramings(DialectGroups.ENDLESS),
        total("http-client-call-timeout-seen-as-CANCEL", SILENT_IN_TEXT),
        maskedByWatchdog(),
        maskedByCleanup(),
        killed());
  }

  private static ScenarioBehavior headersOnly() {
    return new ScenarioBehavior.StreamedResponse(CutPoint.AFTER_HEADERS::prefix, Ending.STALL);
  }

  /** Only the agent knows; below it an abort without a reason asks for a person. */
  private static ScenarioEntry aborted(
      String name, ScenarioBehavior behavior, String after, String cause, String origin) {
    AnswerKeys keys =
        AnswerKeys.derived().withTruth(key -> key.causedBy(cause, origin, LOCAL_ABORT, NEVER));
    return ScenarioEntry.of(name, behavior, keys)
        .withClientBehavior(new ClientBehavior.Aborts(after, cause, true));
  }

  /** An abort whose reason is an unknown string proves no user. */
  private static ScenarioEntry nameless() {
    AnswerKeys keys =
        AnswerKeys.derived()
            .withTruth(key -> key.causedBy("abort.unattributed", UNKNOWN, LOCAL_ABORT, CONFIRM));
    return ScenarioEntry.of("abort-with-string-reason", SILENT_IN_TEXT, keys)
        .withClientBehavior(new ClientBehavior.Aborts("text", "abort.unattributed", true));
  }

  /** The application stops listening, and the connection is read on all the same, for a while. */
  private static ScenarioEntry notPropagated() {
    AnswerKeys keys =
        AnswerKeys.derived()
            .withTruth(key -> key.causedBy("abort.user", "user", LOCAL_ABORT, NEVER));
    return ScenarioEntry.of("abort-not-propagated", TEXT_WITHOUT_END, keys)
        .withFramings(DialectGroups.ENDLESS)
        .withClientBehavior(new ClientBehavior.Aborts("text", "abort.user", false));
  }

  private static ScenarioEntry gaveUp(String name, ScenarioBehavior behavior, String timer) {
    return ScenarioEntry.of(name, behavior, AnswerKeys.derived())
        .withClientBehavior(new ClientBehavior.GivesUp(timer));
  }

  /** Text keeps coming, and a timer that is not fed by it fires. */
  private static ScenarioEntry falsePositive() {
    return ScenarioEntry.of("watchdog-false-positive", TEXT_WITHOUT_END, AnswerKeys.derived())
        .withFramings(DialectGroups.ENDLESS)
        .withClientBehavior(new ClientBehavior.GivesUp("idle"));
  }

  private static ScenarioEntry total(String name, ScenarioBehavior behavior) {
    AnswerKeys keys =
        AnswerKeys.derived()
            .withTruth(
                key -> key.causedBy("watchdog.total", WATCHDOG, WATCHDOG, key.retrySafety()));
    return ScenarioEntry.of(name, behavior, keys)
        .withClientBehavior(new ClientBehavior.GivesUp("total"));
  }

  /** The provider's error came first; the client's timer only cleans up. */
  private static ScenarioEntry maskedByWatchdog() {
    StreamPrefix.Template template =
        dialect ->
            StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::text,
                    dialectStream ->
                        dialectStream.failure(ProviderDialects.of(dialect).usualErrorInStream()))
                .in(dialect);
    return ScenarioEntry.of(
            "watchdog-masks-provider-failure",
            new ScenarioBehavior.StreamedResponse(template, Ending.STALL),
            keyCase ->
                Statuses.key(
                    keyCase.derived(), ProviderDialects.of(keyCase.dialect()).usualErrorInStream()))
        // an announced length would be reached, and the message whole
        .withFramings(DialectGroups.ENDLESS)
        .withClientBehavior(new ClientBehavior.GivesUp("idle"));
  }

  private static ScenarioEntry maskedByCleanup() {
    return Compositions.of(CutPoint.TEXT, CutAction.RST)
        .withName("provider-failure-masked-by-abort-cleanup")
        .withClientBehavior(new ClientBehavior.Aborts("text", "abort.lifecycle", true));
  }

  private static ScenarioEntry killed() {
    AnswerKeys keys =
        AnswerKeys.derived()
            .withTruth(LocalCauses::processLost)
            .withKeyFrom(
                Vantage.GATEWAY_AND_AGENT,
                key ->
                    key.causedBy("abort.downstream_gone", UNKNOWN, LOCAL_ABORT, CONFIRM)
                        .because("a killed process says nothing, and its host closes for it"))
            .withKeyFrom(Vantage.CLIENT, LocalCauses::processLost);
    return ScenarioEntry.of("process-kill", SILENT_IN_TEXT, keys)
        .withClientBehavior(new ClientBehavior.Dies());
  }

  private static AnswerKey processLost(AnswerKey key) {
    return key.causedBy("host.process_lost", "host", KeyTokens.MIDWAY, CONFIRM);
  }
}
