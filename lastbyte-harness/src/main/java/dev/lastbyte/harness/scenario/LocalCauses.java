// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.CONFIRM;
import static dev.lastbyte.harness.scenario.Words.LOCAL_ABORT;
import static dev.lastbyte.harness.scenario.Words.NEVER;
import static dev.lastbyte.harness.scenario.Words.UNKNOWN;
import static dev.lastbyte.harness.scenario.Words.WATCHDOG;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.speech.Speech;
import dev.lastbyte.harness.speech.Trouble;
import java.util.List;

/** What ends on the client's side: aborts, timers, and what they hide. */
final class LocalCauses {
  private static final Plot SILENT = Plot.nothing(Ending.STALL);
  private static final Plot SILENT_IN_TEXT = new Plot.Streams(Place.TEXT::tale, Ending.STALL);
  private static final Plot SILENT_IN_TOOL = new Plot.Streams(Place.TOOL_ARGS::tale, Ending.STALL);
  private static final Plot TEXT_WITHOUT_END =
      new Plot.Streams(Place.TEXT::tale, Ending.ENDLESS_TEXT);

  private LocalCauses() {}

  static List<Scenario> all() {
    return List.of(
        aborted("user-abort-before-headers", SILENT, "await_headers", "abort.user", "user")
            .framed(Groups.CHUNKED),
        aborted("user-abort-mid-text", SILENT_IN_TEXT, "text", "abort.user", "user"),
        aborted("user-abort-in-tool", SILENT_IN_TOOL, "tool_input", "abort.user", "user")
            .in(Groups.PIECEMEAL_TOOLS),
        aborted("parent-abort", SILENT_IN_TEXT, "text", "abort.parent", "agent"),
        aborted("superseded-abort", SILENT_IN_TEXT, "text", "abort.superseded", "agent"),
        aborted("lifecycle-abort", SILENT_IN_TEXT, "text", "abort.lifecycle", "lifecycle"),
        nameless(),
        notPropagated(),
        gaveUp("watchdog-first-event", headersOnly(), "first_content"),
        gaveUp("watchdog-idle", SILENT_IN_TEXT, "idle"),
        falsePositive(),
        total("total-timeout", TEXT_WITHOUT_END).framed(Groups.ENDLESS),
        total("http-client-call-timeout-seen-as-CANCEL", SILENT_IN_TEXT),
        maskedByWatchdog(),
        maskedByCleanup(),
        killed());
  }

  private static Plot headersOnly() {
    return new Plot.Streams(Place.AFTER_HEADERS::tale, Ending.STALL);
  }

  /** Only the agent knows; below it an abort without a reason asks for a person. */
  private static Entry aborted(String name, Plot plot, String after, String cause, String origin) {
    Keys keys = Keys.derived().truly(key -> key.causedBy(cause, origin, LOCAL_ABORT, NEVER));
    return Entry.of(name, plot, keys).acted(new ClientPart.Aborts(after, cause, true));
  }

  /** An abort whose reason is a string that nobody can read proves no user. */
  private static Entry nameless() {
    Keys keys =
        Keys.derived()
            .truly(key -> key.causedBy("abort.unattributed", UNKNOWN, LOCAL_ABORT, CONFIRM));
    return Entry.of("abort-with-string-reason", SILENT_IN_TEXT, keys)
        .acted(new ClientPart.Aborts("text", "abort.unattributed", true));
  }

  /** The application stops listening, and the connection is read on all the same, for a while. */
  private static Entry notPropagated() {
    Keys keys = Keys.derived().truly(key -> key.causedBy("abort.user", "user", LOCAL_ABORT, NEVER));
    return Entry.of("abort-not-propagated", TEXT_WITHOUT_END, keys)
        .framed(Groups.ENDLESS)
        .acted(new ClientPart.Aborts("text", "abort.user", false));
  }

  private static Entry gaveUp(String name, Plot plot, String timer) {
    return Entry.of(name, plot, Keys.derived()).acted(new ClientPart.GivesUp(timer));
  }

  /** Text keeps coming, and a timer that is not fed by it fires. */
  private static Entry falsePositive() {
    return Entry.of("watchdog-false-positive", TEXT_WITHOUT_END, Keys.derived())
        .framed(Groups.ENDLESS)
        .acted(new ClientPart.GivesUp("idle"));
  }

  private static Entry total(String name, Plot plot) {
    Keys keys =
        Keys.derived()
            .truly(key -> key.causedBy("watchdog.total", WATCHDOG, WATCHDOG, key.retrySafety()));
    return Entry.of(name, plot, keys).acted(new ClientPart.GivesUp("total"));
  }

  /** The provider's error came first; the client's timer only cleans up. */
  private static Entry maskedByWatchdog() {
    Tale.Story story =
        dialect ->
            Tale.of(
                    Speech::opening,
                    Speech::text,
                    speech -> speech.failure(Trouble.within(dialect)))
                .in(dialect);
    return Entry.of(
            "watchdog-masks-provider-failure",
            new Plot.Streams(story, Ending.STALL),
            asking -> Statuses.key(asking.derived(), Trouble.within(asking.dialect())))
        // an announced length would be reached, and the message whole
        .framed(Groups.ENDLESS)
        .acted(new ClientPart.GivesUp("idle"));
  }

  private static Entry maskedByCleanup() {
    return Compositions.of(Place.TEXT, Cut.RST)
        .named("provider-failure-masked-by-abort-cleanup")
        .acted(new ClientPart.Aborts("text", "abort.lifecycle", true));
  }

  private static Entry killed() {
    Keys keys =
        Keys.derived()
            .truly(LocalCauses::processLost)
            .from(
                Vantage.GATEWAY_AND_AGENT,
                key ->
                    key.causedBy("abort.downstream_gone", UNKNOWN, LOCAL_ABORT, CONFIRM)
                        .because("a killed process says nothing, and its host closes for it"))
            .from(Vantage.CLIENT, LocalCauses::processLost);
    return Entry.of("process-kill", SILENT_IN_TEXT, keys).acted(new ClientPart.Dies());
  }

  private static AnswerKey processLost(AnswerKey key) {
    return key.causedBy("host.process_lost", "host", Words.MIDWAY, CONFIRM);
  }
}
