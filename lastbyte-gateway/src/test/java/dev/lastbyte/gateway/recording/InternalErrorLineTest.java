// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InternalErrorLineTest {

  @Test
  void line_namesTypeAndPlace_andNotTheMessage() {
    String line = InternalErrorLine.line(new IllegalStateException("what a client asked"));

    assertThat(line)
        .contains("java.lang.IllegalStateException")
        .contains("InternalErrorLineTest.line_namesTypeAndPlace_andNotTheMessage:")
        .doesNotContain("a client")
        .doesNotContain("\n");
  }
}
