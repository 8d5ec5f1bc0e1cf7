// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.run.ReceivedSignal.Kind;
import org.junit.jupiter.api.Test;

/** Signals that come when there is no command to pass them on to. */
class SignalForwarderTest {

  @Test
  void aSignalBeforeTheCommand_keepsItFromBeingStarted() {
    for (boolean atTerminal : new boolean[] {false, true}) {
      var signals = new SignalForwarder(atTerminal);
      signals.received(Kind.INT);

      Process process =
          signals.start(() -> {
            throw new AssertionError("it was told to end");
          });

      assertThat(process).isNull();
    }
  }

  @Test
  void signalsAreKept_theLastOnesOfMany() {
    var signals = new SignalForwarder(true);
    signals.received(Kind.TERM);
    for (int i = 0; i < 100; i++) {
      signals.received(Kind.INT);
    }

    assertThat(signals.received())
        .hasSize(64)
        .extracting(ReceivedSignal::kind)
        .containsOnly(Kind.INT);
  }
}
