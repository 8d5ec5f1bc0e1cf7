// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.diagnosis.Origin;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.recovery.Answer.Question;
import dev.lastbyte.core.recovery.Retryability;
import dev.lastbyte.report.words.ClaimWords;
import dev.lastbyte.report.words.HeadlineWords;
import dev.lastbyte.report.words.MissingWords;
import dev.lastbyte.report.words.OriginWords;
import dev.lastbyte.report.words.PhaseWords;
import dev.lastbyte.report.words.QuestionWords;
import dev.lastbyte.report.words.RecoveryWords;
import dev.lastbyte.report.words.RetryabilityWords;
import dev.lastbyte.report.words.TimerWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole taxonomy as one Markdown document: axes, causes with their pages, retry, timers. */
public final class TaxonomyMarkdown {

  private final StringBuilder out = new StringBuilder();

  private TaxonomyMarkdown() {}

  /** The document. */
  public static String write() {
    var taxonomy = new TaxonomyMarkdown();
    taxonomy.opening();
    taxonomy.axes();
    taxonomy.retry();
    taxonomy.disagreements();
    taxonomy.timers();
    taxonomy.peers();
    taxonomy.causes();
    return taxonomy.out.toString();
  }

  private void opening() {
    line("# The failure taxonomy");
    line("");
    line(
        "Written by `TaxonomyMarkdown` from the code that decides. Rule set "
            + Diagnosis.RULE_SET
            + ".");
    line("");
    line("A diagnosis is a cause, a phase and an origin, never collapsed into one. Its code is");
    line("`cause@phase/origin`, such as `stream.premature_eof@text/provider`.");
  }

  private void axes() {
    section("Phases: how far it had come");
    table("phase", "it ended", Phase.values(), PhaseWords::when);
    section("Origins: who ended it");
    table("origin", "who", Origin.values(), OriginWords::who);
    section("Headlines: where it failed, for a person");
    table("headline", "title", Headline.values(), HeadlineWords::title);
  }

  private void retry() {
    section("Is it safe to try again?");
    line("Four questions are asked; the strictest answer wins, and all four are shown.");
    for (Question question : Question.values()) {
      line("");
      line("### " + QuestionWords.ask(question));
      line("");
      line("| reason | because | allows |");
      line("|---|---|---|");
      RetryTable.reasons(question)
          .forEach(reason ->
              row(
                  code(reason.code()),
                  RecoveryWords.clause(reason),
                  code(RetryTable.allows(reason).code())));
    }
    line("");
    line("A policy can make the cost ask a person first: `maybe_billed_twice` then allows");
    line(
        "`user_confirmed_retry`. Nothing in a policy allows a retry once an effect may have"
            + " happened.");
    retryability();
  }

  private void retryability() {
    line("");
    line("### What the causes answer to the question of use");
    line("");
    line("| prospect | meaning | causes |");
    line("|---|---|---|");
    for (Retryability prospect : Retryability.values()) {
      row(code(prospect.code()), RetryabilityWords.sentence(prospect), after(prospect));
    }
  }

  private static String after(Retryability prospect) {
    return Arrays.stream(Cause.values())
        .filter(cause -> Retryability.after(cause) == prospect)
        .map(cause -> code(cause.code()))
        .collect(Collectors.joining(", "));
  }

  private void disagreements() {
    section("Where other systems disagree");
    line("| question | others | our side |");
    line("|---|---|---|");
    for (Disagreement one : Disagreement.values()) {
      row(one.question(), one.others(), one.ours());
    }
  }

  private void timers() {
    section("Known timers");
    line(
        "An exchange that ends at such a number was probably ended by such a timer: by one that"
            + " runs in the");
    line(
        "phase in which it ended, each held against its own clock. A number alone is a hint,"
            + " never");
    line("a proof. Before the response, and for an age, a value below a minute is no more than a");
    line("rival: chance meets it as often.");
    line("");
    line("| seconds | clock | whose | runs | documented at |");
    line("|---:|---|---|---|---|");
    for (KnownTimer timer : KnownTimer.values()) {
      row(
          TimerWords.value(timer).replace(" s", ""),
          code(timer.clock().code()),
          timer.owner(),
          timer.stretches().stream().map(TimerWords::stretch).collect(Collectors.joining(", ")),
          "<" + timer.source() + ">");
    }
  }

  private void peers() {
    section("Whose names the pages give");
    line("| name | read in |");
    line("|---|---|");
    for (PeerSystem peer : PeerSystem.values()) {
      row(peer.title(), peer.source());
    }
  }

  private void causes() {
    section("Causes");
    line("The pages speak of what was observed. Where only a program's error tells the end, the");
    line("evidence is " + code(Claim.ERROR_REPORTED.code()) + " and the cause is at most");
    line(code(Certainty.LIKELY.code()) + ", unless the text is marked as proving. Where only");
    line("another program's log tells the end (an import), the cause is at most");
    line(code(Certainty.LIKELY.code()) + " too.");
    line("");
    line("With every cause there can also be:");
    line("");
    Argument always = Argument.ALWAYS;
    always
        .evidence()
        .forEach(
            claim -> line("- for it, " + code(claim.code()) + ": " + ClaimWords.clause(claim)));
    always
        .against()
        .forEach(
            claim -> line("- against it, " + code(claim.code()) + ": " + ClaimWords.clause(claim)));
    always
        .missing()
        .forEach(what -> line("- missing, " + code(what.code()) + ": " + MissingWords.what(what)));
    Cause.Group group = null;
    for (RulePage page : RuleCatalogue.pages()) {
      if (page.cause().group() != group) {
        group = page.cause().group();
        line("");
        line("### " + title(group));
      }
      line("");
      out.append(RuleMarkdown.of(page, 4));
    }
  }

  private static String title(Cause.Group group) {
    return group == Cause.Group.NONE
        ? "No failure, or none that is known"
        : code(group.name().toLowerCase(Locale.ROOT) + ".");
  }

  private <T extends Coded> void table(
      String name, String meaning, T[] words, Function<T, String> says) {
    line("| " + name + " | " + meaning + " |");
    line("|---|---|");
    for (T word : words) {
      row(code(word.code()), says.apply(word));
    }
  }

  private void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private static String code(String code) {
    return "`" + code + "`";
  }
}
