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

    complaints.warn("1 waits, of 9");
    complaints.warn("2 waits, of 12");
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    complaints.warn("3 waits, of 12");
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    complaints.warn("4 waits, of 12");

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("lastbyte: 1 waits, of 9", "lastbyte: 4 waits, of 12");
  }

  @Test
  void anotherProblem_isWarnedOfAtOnce() {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, out, false);
    var warnings = new ThrottledWarnings(terminal, nanos::get);

    warnings.warn("1 record waits");
    warnings.warn("the folder is gone");
    warnings.warn("the folder is gone");

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("lastbyte: 1 record waits", "lastbyte: the folder is gone");
  }
}
