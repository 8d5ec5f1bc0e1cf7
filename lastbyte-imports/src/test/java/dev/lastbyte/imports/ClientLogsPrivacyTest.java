// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a log holds in the place of one of its texts, nothing of it comes through. */
class ClientLogsPrivacyTest {

  /**
   * A text as JSON spells it, in the place of a value; in the database's rows escaped once more.
   */
  private static final Pattern VALUE =
      Pattern.compile("(\\\\?)\"( ?: ?)\\1\"((?:[^\"\\\\]|\\\\.)*?)\\1\"");

  /** Assembled, so that no scanner takes one for a real secret. */
  private static final List<String> CANARIES =
      List.of(
          "canary words of a prompt",
          "/home/" + "canary/secret-project/plan.txt",
          "canary.person" + "@" + "example.com",
          "https://canary:" + "hidden@example.com/v1?key=canary",
          "sk-" + "ant-api03-canary0123456789abcdefABCDEF",
          "ghp" + "_canary0123456789abcdefghijABCDEFGHIJ",
          "Bearer " + "canary.0123456789");

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("logs")
  void canaryInAnyText_neverComesThrough(Path log) throws IOException {
    String text = Files.readString(log);
    List<MatchResult> values = VALUE.matcher(text).results().toList();
    assertThat(values).isNotEmpty();

    for (int i = 0; i < values.size(); i++) {
      MatchResult value = values.get(i);
      for (String canary : List.of(canary(i), canary(i + 3))) {
        String planted = text.substring(0, value.start(3)) + canary + text.substring(value.end(3));
        assertThat(said(planted)).as("%s", value.group()).doesNotContainIgnoringCase("canary");
      }
    }
  }

  private static String canary(int number) {
    return CANARIES.get(number % CANARIES.size());
  }

  private String said(String log) throws IOException {
    Path file = Files.write(folder.resolve("log"), log.getBytes(StandardCharsets.UTF_8));
    SampleExports.Read read = SampleExports.read(file);
    return read.result() + " " + read.logs();
  }

  static Stream<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(SampleExports.file("clients"))) {
      return files.sorted().toList().stream();
    }
  }
}
