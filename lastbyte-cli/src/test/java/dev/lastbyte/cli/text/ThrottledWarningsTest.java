// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottledWarningsTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong(-5);

  @Test
  void aLastingProblem_isWarnedOfAtOnce_andThenOnceAMinute() {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, out, false);
    var complaints = new ThrottledWarnings(terminal, nanos::get);

    complaints.warn("1 waits");
    complaints.warn("2 wait");
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    complaints.warn("3 wait");
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    complaints.warn("4 wait");

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("lastbyte: 1 waits", "lastbyte: 4 wait");
  }
}
