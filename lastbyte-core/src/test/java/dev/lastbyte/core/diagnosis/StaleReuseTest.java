// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.CloseEvent.WebSocketClosed;
import dev.lastbyte.core.event.ConnectionEvent.SocketState;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.story.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reused connection is called dead only with time on its side, and proven so only by a look. */
class StaleReuseTest {

  private static Diagnosis of(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }

  private static Story silentFor(Story reused, long millis) {
    return reused.sent().after(Duration.ofMillis(millis)).providerClosed(CloseMark.FIN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, conn.stale_reuse, likely",
    "300, wait.empty_reply, proven",
    "1000, wait.empty_reply, proven",
    "4000, wait.empty_reply, proven",
  })
  void silenceBeforeTheEnd_decides(long millis, String cause, String certainty) {
    Diagnosis diagnosis = of(silentFor(Story.began().reused(), millis));

    assertThat(diagnosis.cause().code()).isEqualTo(cause);
    assertThat(diagnosis.confidence().code()).isEqualTo(certainty);
    assertThat(diagnosis.missing()).contains(Missing.SOCKET_BEFORE_REUSE);
    assertThat(diagnosis.rivals())
        .extracting(rival -> rival.cause() + " " + rival.fate())
        .anyMatch(rival ->
            rival.equals("CONN_STALE_REUSE STILL_POSSIBLE")
                || rival.equals("WAIT_EMPTY_REPLY STILL_POSSIBLE"));
  }

  @Test
  void aMinuteOfSilence_isNoDeadConnection() {
    assertThat(of(silentFor(Story.began().reused(), 60_000)).cause())
        .isNotEqualTo(Cause.CONN_STALE_REUSE);
  }

  @Test
  void connectionThatHadJustServed_isNotDead() {
    assertThat(of(silentFor(Story.began().reusedAfter(Duration.ofMillis(1)), 0)).cause())
        .isEqualTo(Cause.WAIT_EMPTY_REPLY);
  }

  @ParameterizedTest
  @CsvSource({"CLOSED, proven", "RESET, proven", "OPEN, likely", "UNKNOWN, likely"})
  void lookAtTheSocket_provesIt(SocketState looked, String certainty) {
    Diagnosis diagnosis = of(silentFor(Story.began().reusedShowing(looked), 0));

    assertThat(diagnosis.cause()).isEqualTo(Cause.CONN_STALE_REUSE);
    assertThat(diagnosis.confidence().code()).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({
    "NO, 0, conn.stale_reuse, proven",
    "NO, 4000, conn.stale_reuse, proven",
    "UNKNOWN, 0, conn.stale_reuse, likely",
    "UNKNOWN, 4000, wait.empty_reply, proven",
  })
  void endThatTheRequestCannotHaveCaused_provesIt_howeverLateItIsRead(
      Known reached, long millis, String cause, String certainty) {
    Story story =
        Story.began()
            .reusedShowing(SocketState.OPEN)
            .sent()
            .after(Duration.ofMillis(millis))
            .seen(Vantage.GATEWAY_UP, at -> new PeerClosed(at, CloseMark.FIN, 0, 100, reached));

    assertThat(of(story).cause().code()).isEqualTo(cause);
    assertThat(of(story).confidence().code()).isEqualTo(certainty);
    assertThat(of(story).missing()).doesNotContain(Missing.SOCKET_BEFORE_REUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, wait.empty_reply",
    "1009, provider.too_large",
    "1011, provider.server_error",
    "1006, conn.stale_reuse"
  })
  void closeFrame_isTheWordOfALivingPeer(int code, String cause) {
    Story story =
        Story.began()
            .reused()
            .sent()
            .seen(Vantage.GATEWAY_UP, at -> new WebSocketClosed(at, code, true));

    assertThat(of(story).cause().code()).isEqualTo(cause);
  }

  @Test
  void goAway_isTheWordOfALivingPeer() {
    Story story = Story.began().reused().sent().goAway(Known.UNKNOWN);

    assertThat(of(story.providerClosed(CloseMark.FIN)).cause()).isEqualTo(Cause.CONN_GOAWAY);
  }
}
