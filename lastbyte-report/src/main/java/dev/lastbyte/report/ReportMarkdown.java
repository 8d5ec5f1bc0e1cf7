// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Rival;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Clocks;
import dev.lastbyte.core.facts.CorrelationId;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.Answer;
import dev.lastbyte.report.words.ClosingWords;
import dev.lastbyte.report.words.EventWords;
import dev.lastbyte.report.words.HeadlineWords;
import dev.lastbyte.report.words.MissingWords;
import dev.lastbyte.report.words.Numbers;
import dev.lastbyte.report.words.RecoveryWords;
import dev.lastbyte.report.words.RivalWords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * A run as Markdown: what a person reads first stands first. Bounded like the report as JSON: of
 * attempts and of the timeline the first and the last are shown.
 */
public final class ReportMarkdown {

  private final StringBuilder out = new StringBuilder();
  private final RunReport report;

  private final ZoneId here;

  private ReportMarkdown(RunReport report, ZoneId here) {
    this.report = report;
    this.here = here;
  }

  /** The report of a run. */
  public static String of(RunReport report) {
    return of(report, ZoneOffset.UTC);
  }

  /** The report of a run, with the time of that zone beside UTC's, where it is another. */
  public static String of(RunReport report, ZoneId here) {
    return new ReportMarkdown(report, here).write();
  }

  private String write() {
    AttemptReport last = report.last();
    Diagnosis diagnosis = last.diagnosis();
    line("# " + HeadlineWords.title(diagnosis.headline()));
    line("");
    line("`" + diagnosis.code() + "`");
    line("");
    line(Summary.of(last) + " " + RecoveryWords.sentence(last.verdict().recovery()));
    facts(last);
    answers(last.verdict().answers());
    evidence("Evidence", diagnosis.evidence());
    evidence("Counter-evidence", diagnosis.counterEvidence());
    missing(diagnosis.missing());
    rivals(diagnosis);
    attempts();
    timeline();
    return out.toString();
  }

  private void facts(AttemptReport attempt) {
    AttemptFacts facts = attempt.facts();
    RunLog log = report.log();
    section("Facts");
    line("| | |");
    line("|---|---|");
    row("run", log.header().run().value());
    row("started", time(Instant.ofEpochMilli(log.header().startedAtEpochMillis())));
    if (log.header().provider() != null) {
      row("provider", log.header().provider().value());
    }
    if (facts.request() != null) {
      var request = facts.request().event();
      String model = request.model() == null ? "" : ", " + request.model();
      row("request", request.dialect().code() + model);
    }
    row(
        "cause",
        attempt.diagnosis().cause().code() + ", " + attempt.diagnosis().confidence().code());
    row("phase", facts.phase().code());
    row(
        "origin",
        attempt.diagnosis().origin().code() + ", " + attempt.diagnosis().originConfidence().code());
    row("closed first by", ClosingWords.clause(facts.closing()));
    row("delivery", facts.delivery().code());
    row("exposure", facts.exposure().code());
    if (log.dropped() > 0) {
      row("not recorded", Numbers.count(log.dropped(), "event") + " beyond the bounds");
    }
    row("clocks", clocks(facts.clocks()));
    for (CorrelationId id : facts.correlations()) {
      row(id.kind().code().replace('_', ' '), id.id().value());
    }
  }

  private String time(Instant instant) {
    OffsetDateTime local = instant.atZone(here).toOffsetDateTime();
    return local.getOffset().equals(ZoneOffset.UTC)
        ? instant.toString()
        : instant + ", here " + local;
  }

  private static String clocks(Clocks clocks) {
    String connection =
        clocks.connectionAgeNanos() == null
            ? "not seen"
            : Numbers.duration(clocks.connectionAgeNanos());
    return "request "
        + Numbers.duration(clocks.requestAgeNanos())
        + ", connection "
        + connection
        + ", silent in bytes for "
        + Numbers.duration(clocks.byteSilenceNanos())
        + ", in content for "
        + Numbers.duration(clocks.contentSilenceNanos());
  }

  private void answers(List<Answer> answers) {
    section("Is it safe to try again?");
    line("| question | answer | because |");
    line("|---|---|---|");
    for (Answer answer : answers) {
      line(
          "| "
              + answer.question().code()
              + " | "
              + answer.verdict().code()
              + " | "
              + RecoveryWords.clause(answer.reason())
              + " |");
    }
    line("");
    line("The strictest answer wins: **" + report.last().verdict().safety().code() + "**.");
  }

  private void evidence(String title, List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return;
    }
    section(title);
    evidence.forEach(reason -> line("- " + EvidenceLine.of(reason, report.last(), report.log())));
  }

  private void missing(List<Missing> missing) {
    if (missing.isEmpty()) {
      return;
    }
    section("Not known");
    for (Missing what : missing) {
      line("- " + MissingWords.what(what) + "; to know it, " + MissingWords.capture(what));
    }
  }

  private void rivals(Diagnosis diagnosis) {
    section("Why not something else?");
    for (Rival rival : diagnosis.rivals()) {
      String event = rival.event() == Evidence.ABSENCE ? "" : " (event " + rival.event() + ")";
      line("- `" + rival.cause().code() + "`: " + RivalWords.clause(rival.fate()) + event);
    }
    line("");
    line(RivalWords.sentence(diagnosis.decisiveObservation()));
  }

  private void attempts() {
    if (report.attempts().size() < 2) {
      return;
    }
    section("Attempts");
    for (AttemptReport attempt : Bounded.firstAndLast(report.attempts(), Bounded.ATTEMPTS)) {
      line("- " + attempt.facts().attempt() + ": `" + attempt.diagnosis().code() + "`");
    }
  }

  private void timeline() {
    section("Timeline");
    line("| event | at | seen from | what |");
    line("|---:|---:|---|---|");
    for (Timeline.Entry entry : Timeline.of(report.log())) {
      switch (entry) {
        case Timeline.Entry.Gap gap ->
            line("| | | | " + Numbers.count(gap.events(), "event") + " left out |");
        case Timeline.Entry.Kept kept ->
            line(
                String.format(
                    Locale.ROOT,
                    "| %d | %s | %s | %s |",
                    kept.id(),
                    Numbers.duration(kept.event().atNanos()),
                    kept.event().vantage().code(),
                    EventWords.clause(kept.event())));
      }
    }
  }

  private void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void row(String name, String value) {
    line("| " + name + " | " + value + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
