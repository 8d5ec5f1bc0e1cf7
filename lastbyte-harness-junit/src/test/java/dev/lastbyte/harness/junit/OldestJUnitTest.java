// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Users bring their own JUnit: the example passes on the oldest one that they may bring. */
@Tag("slow")
class OldestJUnitTest {

  @Test
  @Timeout(300)
  void theExamplePasses_onJUnit510() throws Exception {
    Process console =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--details=summary",
                "--select-package=dev.lastbyte.harness.junit.example")
            .redirectErrorStream(true)
            .start();
    try {
      String output = output(console);

      assertThat(output)
          .contains("[        11 tests successful      ]", "[         0 tests failed");
      assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(console.exitValue()).as(output).isZero();
    } finally {
      console.destroyForcibly();
    }
  }

  private static String output(Process console) throws IOException {
    return new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What this test has, with another JUnit. */
  private static String classPath() {
    Stream<String> ours =
        Stream.of("jdk.module.path", "java.class.path")
            .flatMap(path -> Stream.of(System.getProperty(path, "").split(File.pathSeparator)))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit-"));
    Stream<String> others =
        Stream.of(
            Path.of("target", "test-classes").toString(),
            Path.of("target", "oldest-junit", "junit-console.jar").toString());
    return Stream.concat(others, ours)
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
