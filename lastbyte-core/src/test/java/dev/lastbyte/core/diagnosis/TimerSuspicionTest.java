// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.diagnosis.Certainty.LIKELY;
import static dev.lastbyte.core.event.CloseEvent.CloseMark.RST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that were cut at the value of a timer that is known in the field. */
class TimerSuspicionTest {

  @ParameterizedTest(name = "{0} s")
  @ValueSource(longs = {15, 30})
  void anAgeThatManyResponsesReach_isOnlyPossible(long seconds) {
    Diagnosis diagnosis = diagnosed(cutAt(Duration.ofSeconds(seconds)));

    assertThat(diagnosis.cause()).isEqualTo(Cause.STREAM_RESET);
    assertThat(diagnosis.rivals())
        .filteredOn(rival -> rival.cause() == Cause.STREAM_TOTAL_CUT)
        .extracting(Rival::fate)
        .containsExactly(Rival.Fate.STILL_POSSIBLE);
  }

  @Test
  void anAgeThatFewResponsesReach_isLikely() {
    Diagnosis diagnosis = diagnosed(cutAt(Duration.ofMinutes(5)));

    assertThat(diagnosis.cause()).isEqualTo(Cause.STREAM_TOTAL_CUT);
    assertThat(diagnosis.confidence()).isEqualTo(LIKELY);
  }

  @Test
  void anAgeOfNoTimer_isNone() {
    assertThat(diagnosed(cutAt(Duration.ofSeconds(17))).rivals())
        .filteredOn(rival -> rival.cause() == Cause.STREAM_TOTAL_CUT)
        .extracting(Rival::fate)
        .containsExactly(Rival.Fate.RULED_OUT);
  }

  private static Story cutAt(Duration age) {
    return Story.began()
        .streaming()
        .flowed(Content.TEXT)
        .after(age.minusMillis(150))
        .flowed(Content.TEXT)
        .after(Duration.ofMillis(50))
        .providerClosed(RST);
  }

  private static Diagnosis diagnosed(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }
}
