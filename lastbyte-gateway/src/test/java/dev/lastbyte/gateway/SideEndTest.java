// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import org.junit.jupiter.api.Test;

/** What other sides get to hear of an end. */
class SideEndTest {

  private static final Stamp AT = new Stamp(1, 1, Vantage.GATEWAY_UP);

  @Test
  void aStreamThatWasTurnedAway_isRefused_whetherTheConnectionEndedOrNot() {
    var livesOn = new SideEnd.TurnedAway(null);
    var ended = new SideEnd.TurnedAway(CloseMark.FIN);

    assertThat(livesOn.codeForOthers()).isEqualTo(ended.codeForOthers()).isEqualTo(7);
    assertThat(livesOn.shown()).isEqualTo(CloseMark.UNKNOWN);
    assertThat(livesOn.isOrderly()).isFalse();
    assertThat(livesOn.byPeer(AT, 2, 3)).isNull();
    assertThat(ended.byPeer(AT, 2, 3)).isEqualTo(new PeerClosed(AT, CloseMark.FIN, 2, 3));
  }

  @Test
  void theRulesThatAProviderBroke_areNotTheClientsFault() {
    assertThat(new SideEnd.Broken(1).codeForOthers()).isEqualTo(2);
    assertThat(new SideEnd.OfStream(99).codeForOthers()).isEqualTo(99);
  }
}
