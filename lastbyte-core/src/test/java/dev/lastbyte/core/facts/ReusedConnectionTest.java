// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.LifeEvent.HostSlept;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a connection that had served before, and which events are of which attempt. */
class ReusedConnectionTest {

  private static final Stamp AT = new Stamp(0, 1, Vantage.GATEWAY_UP);
  private static final long STEP = Duration.ofMillis(10).toNanos();

  private static boolean couldShowItsEnd(Duration idle, @Nullable Duration trip, Duration after) {
    long written = Duration.ofSeconds(9).toNanos();
    var seen = new Seen<>(1, new ConnectionReused(AT, 2 * idle.toNanos(), idle.toNanos()));
    return new ConnectionReuse(seen, written, trip == null ? null : trip.toNanos())
        .couldShowItsEndAt(written + after.toNanos());
  }

  @Test
  void deadConnection_showsItsEndWithinARoundTripOfTheFirstWrite() {
    Duration idle = Duration.ofSeconds(30);
    Duration trip = Duration.ofMillis(40);

    assertThat(couldShowItsEnd(idle, trip, Duration.ofMillis(90))).isTrue();
    assertThat(couldShowItsEnd(idle, trip, Duration.ofMillis(91))).isFalse();
    assertThat(couldShowItsEnd(idle, null, Duration.ofMillis(200))).isTrue();
    assertThat(couldShowItsEnd(idle, null, Duration.ofMillis(201))).isFalse();
  }

  @Test
  void connectionThatWasHardlyIdle_hasNotDiedOfIt() {
    assertThat(couldShowItsEnd(Duration.ofMillis(500), null, Duration.ZERO)).isTrue();
    assertThat(couldShowItsEnd(Duration.ofMillis(499), null, Duration.ZERO)).isFalse();
  }

  @Test
  void roundTrip_isThatOfTheDialOfAnEarlierAttempt() {
    Story story = Story.began().connected().sent().providerClosed(CloseMark.FIN);

    assertThat(reuseIn(2, story.again().reused().sent()).roundTripNanos()).isEqualTo(STEP);
  }

  @Test
  void roundTrip_thatTheReuseTells_isTaken_andNoneWhereNoDialWasSeen() {
    Story told =
        Story.began()
            .connected()
            .seen(
                Vantage.GATEWAY_UP, at -> new ConnectionReused(at, 9, 9, SocketState.UNKNOWN, 7L));

    assertThat(reuseIn(1, told).roundTripNanos()).isEqualTo(7L);
    assertThat(reuseIn(1, Story.began().reused().sent()).roundTripNanos()).isNull();
  }

  @Test
  void requestThatWasNotWrittenYet_countsFromTheReuse() {
    Story story = Story.began().reused();
    long reusedAt = story.log().events().getLast().atNanos();

    assertThat(reuseIn(1, story).writtenAtNanos()).isEqualTo(reusedAt);
    assertThat(reuseIn(1, story.after(Duration.ofSeconds(1)).sent()).writtenAtNanos())
        .isEqualTo(reusedAt + STEP + Duration.ofSeconds(1).toNanos());
  }

  private static ConnectionReuse reuseIn(int attempt, Story story) {
    return Objects.requireNonNull(AttemptFacts.of(story.log(), attempt).reuse());
  }

  @Test
  void attempt_beginsWithItsOwnFirstEvent() {
    Story story = Story.began().connected().sent().providerClosed(CloseMark.FIN).again();
    long began = story.log().events().get(story.log().events().size() - 2).atNanos();

    AttemptFacts second = AttemptFacts.of(story.connected().log(), 2);

    assertThat(second.beganAtNanos()).isEqualTo(began).isPositive();
  }

  @Test
  void sleepOfTheMachine_isOfNoAttemptThatWasOver() {
    Story story = Story.began().connected();
    slept(story);
    slept(story.again());

    assertThat(AttemptFacts.of(story.log(), 1).sideObservations().sleeps()).hasSize(1);
    assertThat(AttemptFacts.of(story.log(), 2).sideObservations().sleeps()).hasSize(2);
  }

  private static void slept(Story story) {
    story.seen(
        Vantage.CLIENT,
        at -> new HostSlept(new Stamp(at.atNanos(), Stamp.WHOLE_RUN, at.vantage()), STEP));
  }
}
