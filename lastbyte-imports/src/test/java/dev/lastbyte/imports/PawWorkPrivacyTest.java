// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static dev.lastbyte.imports.SampleExports.file;
import static dev.lastbyte.imports.SampleExports.runs;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts, paths, keys and addresses stand in every free field of these files. */
class PawWorkPrivacyTest {

  @ParameterizedTest
  @ValueSource(strings = {"disconnect.json", "reload-during-a-tool.json", "hostile.json"})
  void plantedContent_isNeverImported(String name) throws IOException {
    assertThat(Files.readString(file(name))).containsIgnoringCase("canary");

    assertThat(runs(name).toString())
        .doesNotContainIgnoringCase("canary")
        .doesNotContain("/Users")
        .doesNotContain("haiku")
        .doesNotContain("undici");
  }
}
