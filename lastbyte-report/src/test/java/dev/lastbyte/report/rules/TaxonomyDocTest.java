// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The document in the repository is the one that the code writes. With {@code -Dtaxonomy.write} the
 * test writes it instead.
 */
class TaxonomyDocTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "taxonomy.md");
  private static final String COMMAND =
      "./build test -pl lastbyte-report -am -Dtest=TaxonomyDocTest -Dtaxonomy.write"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  @Test
  void docsTaxonomy_isFresh() throws IOException {
    if (System.getProperty("taxonomy.write") != null) {
      Files.writeString(DOCUMENT, TaxonomyMarkdown.write());
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/taxonomy.md is not what the code says; write it anew: %s", COMMAND)
        .isEqualTo(TaxonomyMarkdown.write());
  }
}
