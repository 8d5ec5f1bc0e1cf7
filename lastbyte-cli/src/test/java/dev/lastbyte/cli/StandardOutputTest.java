// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command makes of an output that cannot be written. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class StandardOutputTest {

  private record Ended(int exit, String err) {}

  /** Runs a script in which {@code lastbyte} is the command. */
  private static Ended shell(String script) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path =
        System.getProperty("jdk.module.path", "") + ":" + System.getProperty("java.class.path");
    String function =
        "lastbyte() { '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.lastbyte.cli.Lastbyte \"$@\"; }%n"
            .formatted(java, path);
    Process process =
        new ProcessBuilder(List.of("bash", "-c", function + script))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules", "harness list", "--help", "explain terminated"})
  void aFullDevice_exits2_andSaysWhy(String command) throws Exception {
    Ended ended = shell("lastbyte " + command + " > /dev/full");

    assertThat(ended.err()).contains("standard output cannot be written: No space left on device");
    assertThat(ended.exit()).isEqualTo(2);
  }

  @Test
  void aClosedOutput_exits2_andSaysWhy() throws Exception {
    Ended ended = shell("lastbyte rules >&-");

    assertThat(ended.err()).contains("standard output cannot be written");
    assertThat(ended.exit()).isEqualTo(2);
  }

  @Test
  void aReaderThatGoesAway_isFine_andNothingIsSaid() throws Exception {
    Ended ended = shell("lastbyte harness list | true; exit ${PIPESTATUS[0]}");

    assertThat(ended.err()).doesNotContain("lastbyte:");
    assertThat(ended.exit()).isZero();
  }
}
