// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.report.rules.cause.CauseText;
import dev.lastbyte.report.words.CauseWords;
import dev.lastbyte.report.words.ClaimWords;
import dev.lastbyte.report.words.HeadlineWords;
import dev.lastbyte.report.words.MissingWords;
import dev.lastbyte.report.words.OriginWords;
import dev.lastbyte.report.words.RetryabilityWords;
import dev.lastbyte.report.words.RivalWords;
import dev.lastbyte.report.words.TimerWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A page as titled sections of plain lines: what its text and its Markdown have in common. */
final class RuleSections {

  /**
   * One of them.
   *
   * @param lines never empty; codes stand in back quotes
   */
  record Section(String title, List<String> lines) {}

  private final List<Section> sections = new ArrayList<>();

  private RuleSections() {}

  static List<Section> of(RulePage page) {
    var sections = new RuleSections();
    sections.proof(page.causeText(), page.argument());
    sections.add("Error texts that hint at it", TextHints.lines(page.errorTexts()), line -> line);
    sections.rivals(page);
    sections.deeds(page);
    return List.copyOf(sections.sections);
  }

  private void proof(CauseText causeText, Argument argument) {
    add("Proven by", causeText.provenBy());
    add("Refuted by", causeText.refutedBy());
    add("Confidence", argument.certainties(), certainty -> "`" + certainty.code() + "`");
    add("Speaks for it", argument.evidence(), claim -> coded(claim, ClaimWords.clause(claim)));
    add("Speaks against it", argument.against(), claim -> coded(claim, ClaimWords.clause(claim)));
    add("Ended by", argument.origins(), origin -> coded(origin, OriginWords.who(origin)));
  }

  private void rivals(RulePage page) {
    add("Headline", page.headlines(), headline -> coded(headline, HeadlineWords.title(headline)));
    add("Mistaken for", page.lookAlikes(), rival -> coded(rival, CauseWords.sentence(rival)));
    add("What would change it", page.decisiveObservations(), RivalWords::sentence);
    add("Known timers", page.timers(), RuleSections::timer);
    add(
        "Called elsewhere",
        page.peers().entrySet(),
        name -> name.getKey().title() + ": `" + name.getValue() + "`");
  }

  private void deeds(RulePage page) {
    add(
        "To be surer",
        Stream.concat(
                Stream.of(page.causeText().capture()),
                page.argument().missing().stream()
                    .map(what -> coded(what, MissingWords.capture(what))))
            .toList(),
        line -> line);
    add("What to do", page.causeText().toDo());
    add(
        "Trying again",
        Stream.concat(
                Stream.of(
                    coded(page.retryability(), RetryabilityWords.sentence(page.retryability()))),
                page.disagreements().stream().map(RuleSections::side))
            .toList(),
        line -> line);
  }

  private void add(String title, String line) {
    sections.add(new Section(title, List.of(line)));
  }

  private <T> void add(String title, Collection<T> things, Function<T, String> line) {
    if (!things.isEmpty()) {
      sections.add(new Section(title, things.stream().map(line).toList()));
    }
  }

  private static String coded(Coded word, String says) {
    return "`" + word.code() + "`: " + says;
  }

  private static String timer(KnownTimer timer) {
    String clock = TimerWords.clock(timer.clock());
    return TimerWords.value(timer) + " of " + clock + ": " + timer.owner();
  }

  private static String side(Disagreement one) {
    return one.question() + " " + one.others() + " Here: " + one.ours();
  }
}
