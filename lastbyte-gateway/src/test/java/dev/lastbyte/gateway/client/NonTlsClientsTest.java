// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonTlsClientsTest {

  private static final String LINE = "clients that do not speak TLS, where https is served: ";

  private final List<String> lines = new ArrayList<>();
  private final SetClock clock = new SetClock();
  private final NonTlsClients clients = new NonTlsClients(lines::add, clock);

  private static final class SetClock implements RunClock {
    private long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public long epochMillis() {
      return 0;
    }

    private void pass(Duration time) {
      nanos += time.toNanos();
    }
  }

  private void come(int count) {
    for (int i = 0; i < count; i++) {
      clients.add();
    }
  }

  @Test
  void firstIsToldAtOnce_andThoseOfAMinuteTogether() {
    come(36_000);
    clock.pass(Duration.ofSeconds(59));
    come(1);
    assertThat(lines).containsExactly(LINE + "1 so far");

    clock.pass(Duration.ofSeconds(1));
    come(1);
    assertThat(lines).containsExactly(LINE + "1 so far", LINE + "36001 since this was last said");
  }
}
