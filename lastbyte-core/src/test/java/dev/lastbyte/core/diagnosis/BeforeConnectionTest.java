// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static dev.lastbyte.core.event.CloseEvent.CloseMark.FIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.ProxyFailure;
import dev.lastbyte.core.event.ConnectionEvent.TlsFailure;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.story.Story;
import org.junit.jupiter.api.Test;

/** What kept a run from its provider. */
class BeforeConnectionTest {

  private static Diagnosis of(Story story) {
    return Diagnoser.diagnose(RunFacts.of(story.log()));
  }

  private static void assertCode(Story story, String code) {
    Diagnosis diagnosis = of(story);
    assertThat(diagnosis.code()).isEqualTo(code);
    assertThat(diagnosis.headline()).isEqualTo(Headline.BEFORE_CONNECTION);
  }

  @Test
  void unknownName() {
    assertCode(Story.began().nameNotFound(), "net.dns_not_found@resolve/network");
  }

  @Test
  void refusedDial() {
    assertCode(
        Story.began().dialFailed(DialFailure.REFUSED), "net.connect_refused@connect/provider");
  }

  @Test
  void dialForWhichThereWasNoSocket_failedHere() {
    assertCode(Story.began().dialFailed(DialFailure.EXHAUSTED), "local.setup@connect/host");
  }

  @Test
  void dialWithoutAReply_timedOutLocally() {
    Story story = Story.began().dialFailed(DialFailure.TIMEOUT);

    assertCode(story, "net.connect_timeout@connect/network");
    assertThat(story.facts().closing())
        .isEqualTo(new Closing(Closing.By.GATEWAY, Closing.How.NONE));
  }

  @Test
  void proxyThatRefusedAndClosed_isTheCloser_andNotTheProvider() {
    Story story = Story.began().proxyFailed(ProxyFailure.FORBIDDEN).providerClosed(FIN);

    assertCode(story, "net.proxy_connect@connect/local_proxy");
    assertThat(story.facts().closing()).isEqualTo(new Closing(Closing.By.REMOTE, Closing.How.FIN));
  }

  @Test
  void handshakeThatNeverEnded() {
    assertCode(
        Story.began().tlsFailed(TlsFailure.TIMEOUT).closedHere(Vantage.GATEWAY_UP),
        "net.tls_handshake@tls/provider");
  }

  @Test
  void dialThatFailsForAnUnknownReason_isUnknown_andSaysWhatIsMissing() {
    Diagnosis diagnosis = of(Story.began().dialFailed(DialFailure.OTHER));

    assertThat(diagnosis.cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(diagnosis.missing()).contains(Missing.ENDING);
  }
}
