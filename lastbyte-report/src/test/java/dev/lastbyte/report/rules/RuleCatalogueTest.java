// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.LookAlikes;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Ending;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.Answer;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;
import dev.lastbyte.core.story.Stories;
import dev.lastbyte.core.story.Story;
import dev.lastbyte.report.rules.cause.CauseText;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * No page claims what the diagnosis does not do, and none is silent about what it does: what it
 * says of one story a cause, and of many random ones, is exactly what the pages say. Left out are
 * ends that only an error's text tells: the pages name those texts apart.
 */
class RuleCatalogueTest {

  private static final int STORIES_A_SEED = 2_000;

  static final List<Long> SEEDS = LongStream.rangeClosed(1, 30).boxed().toList();
  static final Set<Cause> CAUSES = EnumSet.allOf(Cause.class);

  /** A diagnosis, where the story came from that led to it, and whether only a text told it. */
  private record Told(String from, Diagnosis diagnosis, boolean isHinted, boolean mayBeImported) {

    static Told of(String from, Story story) {
      RunFacts run = RunFacts.of(story.log());
      boolean hinted = run.last().ending() instanceof Ending.Hinted;
      boolean imported =
          story.log().events().stream()
              .anyMatch(event -> event.stamp().vantage() == Vantage.IMPORT);
      return new Told(from, Diagnoser.diagnose(run), hinted, imported);
    }

    /** Another program's log makes any cause likely at most, which no page repeats. */
    boolean mayBeCapped() {
      return mayBeImported && diagnosis.confidence() == Certainty.LIKELY;
    }
  }

  private static final Map<Cause, List<Told>> TOLD =
      Stream.concat(
              Stories.all().stream().map(story -> Told.of("the story of the cause", story)),
              SEEDS.stream()
                  .flatMap(seed -> random(seed).map(story -> Told.of("seed " + seed, story))))
          .filter(told -> !told.isHinted())
          .collect(Collectors.groupingBy(told -> told.diagnosis().cause()));

  private static Stream<Story> random(long seed) {
    var stories = new RandomStories(seed);
    return Stream.generate(stories::next).limit(STORIES_A_SEED);
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void evidence_isWhatThePageNames(Cause cause) {
    assertSaid(
        cause,
        d -> claims(d.evidence(), Argument.ALWAYS.evidence()),
        without(RuleCatalogue.page(cause).argument().evidence(), Argument.ALWAYS.evidence()));
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void counterEvidence_isWhatThePageNames(Cause cause) {
    assertSaid(
        cause,
        d -> claims(d.counterEvidence(), Argument.ALWAYS.against()),
        RuleCatalogue.page(cause).argument().against());
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void certainty_isWhatThePageNames(Cause cause) {
    assertSaid(
        cause,
        told -> !told.mayBeCapped(),
        d -> List.of(d.confidence()),
        RuleCatalogue.page(cause).argument().certainties());
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void origin_isWhatThePageNames(Cause cause) {
    assertSaid(cause, d -> List.of(d.origin()), RuleCatalogue.page(cause).argument().origins());
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void whatIsMissing_isWhatThePageNames(Cause cause) {
    var always = Argument.ALWAYS.missing();
    assertSaid(
        cause,
        d -> without(d.missing(), always),
        without(RuleCatalogue.page(cause).argument().missing(), always));
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void headline_isWhatThePageNames(Cause cause) {
    assertSaid(cause, d -> List.of(d.headline()), RuleCatalogue.page(cause).headlines());
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void decisiveObservation_isWhatThePageNames(Cause cause) {
    assertSaid(
        cause,
        d -> List.of(d.decisiveObservation()),
        RuleCatalogue.page(cause).decisiveObservations());
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void everyPageIsWhole(Cause cause) {
    RulePage page = RuleCatalogue.page(cause);

    assertThat(page.cause()).isEqualTo(cause);
    assertThat(page.lookAlikes()).isEqualTo(LookAlikes.of(cause));
    assertThat(page.headlines()).isNotEmpty().doesNotContainNull();
    assertThat(page.argument().origins()).isNotEmpty();
    assertThat(page.argument().evidence()).isNotEmpty();
    CauseText causeText = page.causeText();
    assertThat(
            Stream.of(
                page.reads(),
                causeText.provenBy(),
                causeText.refutedBy(),
                causeText.capture(),
                causeText.toDo()))
        .allMatch(text -> text.matches("\\p{Lu}.*\\."), "is a whole sentence");
  }

  /** The page of one cause may name others, and only such as there are. */
  @ParameterizedTest
  @FieldSource("CAUSES")
  void causesNamedInText_exist(Cause cause) {
    Set<String> codes = CAUSES.stream().map(Cause::code).collect(Collectors.toSet());
    Set<String> groups = codes.stream().map(c -> c.split("\\.", -1)[0]).collect(Collectors.toSet());
    CauseText causeText = RuleCatalogue.page(cause).causeText();

    String all =
        causeText.provenBy() + causeText.refutedBy() + causeText.capture() + causeText.toDo();
    assertThat(Pattern.compile("\\b([a-z]+)\\.[a-z_]+").matcher(all).results())
        .filteredOn(match -> groups.contains(match.group(1)))
        .allSatisfy(match -> assertThat(codes).contains(match.group()));
  }

  @Test
  void pages_standInTheOrderOfTheTaxonomy() {
    assertThat(RuleCatalogue.pages()).extracting(RulePage::cause).containsExactly(Cause.values());
  }

  @Test
  void everyReasonOfARetryVerdict_answersAsTheTableSays() {
    Set<Answer.Reason> given = EnumSet.noneOf(Answer.Reason.class);
    SEEDS.stream()
        .flatMap(RuleCatalogueTest::random)
        .flatMap(RuleCatalogueTest::answers)
        .forEach(answer -> {
          given.add(answer.reason());
          assertThat(RetryTable.question(answer.reason())).isEqualTo(answer.question());
          assertThat(RetryTable.allows(answer.reason())).isEqualTo(answer.verdict());
        });

    assertThat(given).containsAll(EnumSet.allOf(Answer.Reason.class));
  }

  private static Stream<Answer> answers(Story story) {
    AttemptFacts facts = story.facts();
    Diagnosis diagnosis = Diagnoser.diagnose(facts);
    return Stream.of(RetryPolicy.standard(), RetryPolicy.standard().retracting(), onceOnly())
        .flatMap(policy -> RetryVerdict.of(facts, diagnosis, policy).answers().stream());
  }

  private static RetryPolicy onceOnly() {
    RetryPolicy standard = RetryPolicy.standard();
    return new RetryPolicy(
        standard.longestWait(),
        1,
        standard.firstPause(),
        standard.longestPause(),
        standard.canRetract(),
        standard.mayBeBilledTwice(),
        standard.tools());
  }

  /** All that is said is on the page, and all that is on the page is said. */
  private static <T> void assertSaid(
      Cause cause, Function<Diagnosis, Collection<T>> what, List<T> onPage) {
    assertSaid(cause, told -> true, what, onPage);
  }

  private static <T> void assertSaid(
      Cause cause, Predicate<Told> which, Function<Diagnosis, Collection<T>> what, List<T> onPage) {
    Set<T> said = new HashSet<>();
    for (Told told : TOLD.getOrDefault(cause, List.of()).stream().filter(which).toList()) {
      Collection<T> these = what.apply(told.diagnosis());
      assertThat(onPage).as("%s: %s", told.from(), told.diagnosis()).containsAll(these);
      said.addAll(these);
    }
    assertThat(said).as("said by any story").containsExactlyInAnyOrderElementsOf(onPage);
  }

  private static List<Claim> claims(List<Evidence> evidence, List<Claim> always) {
    return without(evidence.stream().map(Evidence::claim).toList(), always);
  }

  private static <T> List<T> without(List<T> all, List<T> these) {
    return all.stream().filter(one -> !these.contains(one)).toList();
  }
}
