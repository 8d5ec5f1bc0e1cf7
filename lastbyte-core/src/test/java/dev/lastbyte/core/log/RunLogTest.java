// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogTest {

  private static final RunHeader HEADER = new RunHeader(new Token("r"), 0, null);

  private static Stamp at(long nanos, int attempt) {
    return new Stamp(nanos, attempt, Vantage.GATEWAY_UP);
  }

  private static final RunEvent BEGAN = new AttemptStarted(at(1, 2));
  private static final RunEvent DIALLED = new DialStarted(at(1, 1));
  private static final RunEvent ENDED = new RunEnded(at(2, Stamp.WHOLE_RUN));

  @Test
  void eventsStandInOrderOfTime_andThoseOfOneInstantAsTheyCame() {
    assertThat(new RunLog(HEADER, List.of(ENDED, BEGAN, DIALLED), 0).events())
        .containsExactly(BEGAN, DIALLED, ENDED);
  }

  /** A longer log is sorted another way than one that a recorder gives. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 258, 1_000})
  void logsOfAnyLength_standInOrderOfTime_andThoseOfOneInstantAsTheyCame(int pairs) {
    List<RunEvent> backwards = new ArrayList<>();
    List<RunEvent> inOrder = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      backwards.addAll(pairAt(pairs - i));
      inOrder.addAll(pairAt(i + 1));
    }

    assertThat(new RunLog(HEADER, backwards, 0).events()).isEqualTo(inOrder);
  }

  /** Two events of one instant. */
  private static List<RunEvent> pairAt(long nanos) {
    return List.of(new DialStarted(at(nanos, 1)), new AttemptStarted(at(nanos, 2)));
  }

  @Test
  void whatIsAdded_findsItsPlace() {
    assertThat(new RunLog(HEADER, List.of(ENDED), 0).plus(List.of(BEGAN)).events())
        .containsExactly(BEGAN, ENDED);
  }

  @Test
  void aLogInOrder_isACopyToo() {
    List<RunEvent> mine = new ArrayList<>(List.of(BEGAN, ENDED));
    var log = new RunLog(HEADER, mine, 0);

    mine.clear();

    assertThat(log.events()).containsExactly(BEGAN, ENDED);
  }

  @Test
  void attemptsAreCountedOnce_ascending_withoutTheRunAsAWhole() {
    assertThat(new RunLog(HEADER, List.of(BEGAN, DIALLED, BEGAN, ENDED), 0).attempts())
        .containsExactly(1, 2);
  }
}
