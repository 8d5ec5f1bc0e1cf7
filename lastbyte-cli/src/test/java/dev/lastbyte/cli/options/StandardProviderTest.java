// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandardProviderTest {

  @ParameterizedTest
  @EnumSource
  void helpTexts_nameEveryProviderAndItsVariable(StandardProvider provider) {
    assertThat(StandardProvider.UPSTREAMS_HELP + StandardProvider.MORE_UPSTREAMS_HELP)
        .contains(provider.upstream() + "=" + provider.base());
    assertThat(StandardProvider.VARIABLES_HELP + StandardProvider.MORE_VARIABLES_HELP)
        .contains(provider.variables().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "OLLAMA, 10.0.0.7, http://10.0.0.7:11434",
    "OLLAMA, 10.0.0.7:80, http://10.0.0.7:80",
    "OPENAI, router.example, https://router.example",
    "OPENAI, http://router.example/v1, http://router.example/v1"
  })
  void aHostAlone_hasTheSchemeAndPortOfTheProvider(
      StandardProvider provider, String value, String url) {
    assertThat(provider.urlOf(value)).isEqualTo(url);
  }
}
