// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnFaultTest {

  @Test
  void isToldByItsTypeAndPlace_andNeverByItsMessage() {
    String line = OwnFault.line(new IllegalStateException("what somebody asked"));

    assertThat(line)
        .contains("java.lang.IllegalStateException")
        .contains("OwnFaultTest.isToldByItsTypeAndPlace_andNeverByItsMessage:")
        .doesNotContain("somebody")
        .doesNotContain("\n");
  }
}
