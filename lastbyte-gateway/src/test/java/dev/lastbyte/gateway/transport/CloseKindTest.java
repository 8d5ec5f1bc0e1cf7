// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.CloseEvent.CloseMark;
import dev.lastbyte.core.event.CloseEvent.PeerClosed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import org.junit.jupiter.api.Test;

/** What other sides get to hear of an end. */
class CloseKindTest {

  private static final Stamp AT = new Stamp(1, 1, Vantage.GATEWAY_UP);

  @Test
  void refusedStream_hasRefusedStreamCode_withOrWithoutAConnectionClose() {
    var livesOn = new CloseKind.Refused(null);
    var ended = new CloseKind.Refused(CloseMark.FIN);

    assertThat(livesOn.resetCode()).isEqualTo(ended.resetCode()).isEqualTo(7);
    assertThat(livesOn.closeMark()).isEqualTo(CloseMark.UNKNOWN);
    assertThat(livesOn.isOrderly()).isFalse();
    assertThat(livesOn.peerEvent(AT, 2, 3)).isNull();
    assertThat(ended.peerEvent(AT, 2, 3)).isEqualTo(new PeerClosed(AT, CloseMark.FIN, 2, 3));
  }

  @Test
  void providerProtocolError_isInternalErrorForTheClient() {
    assertThat(new CloseKind.ProtocolError(1).resetCode()).isEqualTo(2);
    assertThat(new CloseKind.StreamClose(99).resetCode()).isEqualTo(99);
  }
}
