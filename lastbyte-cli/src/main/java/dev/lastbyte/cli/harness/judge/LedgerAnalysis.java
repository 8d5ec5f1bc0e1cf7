// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.judge;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.ScenarioSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a client behaved, as far as the ledger of the harness proves it.
 *
 * @param bodies the attempts at each body in each scenario, in their order
 */
record LedgerAnalysis(Map<String, List<LedgerLine>> bodies, List<Finding> findings) {

  /** What no ledger can tell, as it holds no content. */
  static final List<String> CANNOT_TELL =
      List.of(
          "whether a partial response was taken for a whole one: the ledger holds no content",
          "whether a person was asked before a repetition: that happens in the client");

  private static final Duration MIN_BUSY_WAIT = Duration.ofMillis(100);
  private static final Set<String> BUSY = Set.of("provider.rate_limited", "provider.overloaded");

  /** Something that a careful client does not do. */
  record Finding(String kind, LedgerLine line, String text) {}

  static LedgerAnalysis of(List<LedgerLine> ledger, ScenarioSet scenarioSet) {
    var bodies = new LinkedHashMap<String, List<LedgerLine>>();
    ledger.forEach(
        line -> bodies.computeIfAbsent(line.bodyKey(), unused -> new ArrayList<>()).add(line));
    var findings = new ArrayList<Finding>();
    for (List<LedgerLine> attempts : bodies.values()) {
      for (int i = 1; i < attempts.size(); i++) {
        if (attempts.get(i).attempt() == attempts.get(i - 1).attempt() + 1) {
          judge(attempts.get(i - 1), attempts.get(i), scenarioSet, findings);
        }
      }
    }
    return new LedgerAnalysis(bodies, findings);
  }

  private static void judge(
      LedgerLine before, LedgerLine again, ScenarioSet scenarioSet, List<Finding> findings) {
    Duration waited = again.sincePrevious() == null ? Duration.ZERO : again.sincePrevious();
    Duration advised = again.advised();
    if (advised != null && !again.waitedAsAdvised()) {
      String says = "waited " + text(waited) + ", and was told to wait " + text(advised);
      findings.add(new Finding("retry_after_ignored", again, says));
    }
    Optional<AnswerKey> truth = truth(before, scenarioSet);
    truth.ifPresent(key -> repeated(key, before, again, waited, findings));
    if (again.toolResults() > 0) {
      String says = "posted " + again.toolResults() + " results of tools a second time";
      findings.add(new Finding("tool_results_posted_again", again, says));
    }
    boolean busy = truth.map(AnswerKey::cause).filter(BUSY::contains).isPresent();
    if (busy && advised == null && waited.compareTo(MIN_BUSY_WAIT) < 0) {
      findings.add(
          new Finding("hurried", again, "asked a busy provider again after " + text(waited)));
    }
  }

  private static void repeated(
      AnswerKey key, LedgerLine before, LedgerLine again, Duration waited, List<Finding> findings) {
    String left = before.clientLeft() ? " that it had left by itself" : "";
    String after = "asked again %s after %s%s".formatted(text(waited), key.code(), left);
    switch (key.retrySafety()) {
      case "no_retry" ->
          findings.add(new Finding("asked_again_in_vain", again, after + ", which says no_retry"));
      case "not_needed" ->
          findings.add(new Finding("asked_again_needlessly", again, after + ", which was whole"));
      case "user_confirmed_retry" ->
          findings.add(
              new Finding("asked_again_unconfirmed", again, after + ", where a person decides"));
      default -> {}
    }
  }

  /** What the scenario is about, where this attempt was that. */
  private static Optional<AnswerKey> truth(LedgerLine line, ScenarioSet scenarioSet) {
    Optional<Scenario> known =
        scenarioSet.all().stream().filter(each -> each.name().equals(line.scenario())).findFirst();
    Optional<Dialect> dialect = Dialect.named(line.dialect());
    Optional<Framing> framing =
        Arrays.stream(Framing.values())
            .filter(each -> each.token().equals(line.framing()))
            .findFirst();
    if (known.isEmpty() || dialect.isEmpty() || framing.isEmpty()) {
      return Optional.empty();
    }
    Scenario scenario = known.get();
    boolean streamed = line.streaming() || dialect.get().streamsUnasked();
    boolean mended =
        scenario.clientBehavior() instanceof ClientBehavior.Repeats repeats
            && line.attempt() >= repeats.times();
    return streamed && !mended
        ? Optional.of(scenario.truth(dialect.get(), framing.get()))
        : Optional.empty();
  }

  /** A time as a person reads it. */
  static String text(Duration time) {
    return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
