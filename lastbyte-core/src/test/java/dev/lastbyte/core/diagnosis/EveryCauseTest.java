// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Phase;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.story.Stories;
import dev.lastbyte.core.story.Story;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The whole taxonomy can be reached from facts: one story for every cause. */
class EveryCauseTest {

  private static Story streamingText() {
    return Story.began().streaming().firstByte().flowed(Content.TEXT);
  }

  static final Set<Cause> CAUSES = EnumSet.allOf(Cause.class);

  @ParameterizedTest
  @FieldSource("CAUSES")
  void everyCauseHasAStoryThatLeadsToIt_andArguesForItself(Cause cause) {
    Diagnosis diagnosis = Diagnoser.diagnose(RunFacts.of(Stories.of(cause).log()));

    assertThat(diagnosis.cause()).isEqualTo(cause);
    assertThat(diagnosis.code()).startsWith(cause.code() + "@");
    if (cause == Cause.UNKNOWN) {
      assertThat(diagnosis.missing()).isNotEmpty();
    } else {
      assertThat(diagnosis.evidence()).isNotEmpty();
    }
    assertThat(diagnosis.rivals()).extracting(Rival::cause).doesNotContain(cause);
  }

  @Test
  void everyPhaseIsReached() {
    Stream<Story> more =
        Stream.of(
            Story.imported().abortSignalWasClear(),
            Story.began().streaming().flowed(Content.REASONING).cut(FIN),
            Story.began().streaming().flowed(Content.LIFECYCLE).cut(FIN),
            Story.began().streaming().toolCallBegan().flowed(Content.TOOL_INPUT).cut(FIN),
            Story.began().streaming().toolCallReady().cut(FIN),
            Story.began().streaming().flowed(Content.SERVER_TOOL).cut(FIN),
            streamingText().toolCallReady().toolStarted(ToolEffect.PROCESS).cut(FIN),
            streamingText().toolCallReady().toolStarted(ToolEffect.PROCESS).toolDone().cut(FIN));

    assertThat(Stream.concat(Stories.all().stream(), more).map(s -> s.facts().phase()))
        .contains(Phase.values());
  }

  @Test
  void everyOriginIsReached() {
    Stream<Story> more =
        Stream.of(
            streamingText().closedHere(Vantage.GATEWAY_UP),
            streamingText().closedHere(Vantage.CLIENT));

    assertThat(
            Stream.concat(Stories.all().stream(), more)
                .map(story -> Diagnoser.diagnose(RunFacts.of(story.log())).origin()))
        .contains(Origin.values());
  }

  @Test
  void everyHeadlineIsReached() {
    assertThat(
            Stories.all().stream()
                .map(story -> Diagnoser.diagnose(RunFacts.of(story.log())).headline()))
        .contains(
            Arrays.stream(Headline.values())
                .filter(headline -> headline != Headline.UNKNOWN)
                .toArray(Headline[]::new));
  }
}
