// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the manual shows is what compiles. */
class ManualTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySnippet_isInTheExample() throws IOException {
    String example =
        unindented(
            Path.of("src/test/java/dev/lastbyte/harness/junit/example/ClientExampleTest.java"));
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("..", "docs", "harness-junit.md")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(snippets).hasSize(3);
    assertThat(snippets).allSatisfy(snippet -> assertThat(example).contains(snippet));
  }

  /** The members of a class, as they stand in a document. */
  private static String unindented(Path source) throws IOException {
    return Files.readString(source).replaceAll("(?m)^  ", "");
  }
}
