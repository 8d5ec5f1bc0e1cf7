// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a body, however it is cut into pieces. */
class BodyScanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"stream\":true}",
        "{ \"messages\" : [ { \"role\" : \"user\" } ] ,\n \"stream\" :\t true , \"a\" : 1 }",
        "{\"quote\":\"\\\"}{\",\"stream\":true}"
      })
  void aStreamIsAskedFor(String body) {
    assertThat(scan(body).streaming()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"stream\":false}",
        "{\"stream\":null,\"other\":true}",
        "{\"metadata\":{\"stream\":true}}",
        "{\"text\":\"\\\"stream\\\":true\"}",
        "{\"text\":\"stream\",\"other\":true}",
        "not json, \"stream\":true"
      })
  void noStreamIsAskedFor(String body) {
    assertThat(scan(body).streaming()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"messages":[{"role":"tool"},{"role":"user"},{"role":"tool"}]}              | 2
          {"messages":[{"content":[{"type":"tool_result"},{"type":"text"}]}]}         | 1
          {"input":[{"type":"function_call_output"},{"type":"function_call"}]}        | 1
          {"input":"type: tool_result"}                                               | 0
          {"required":["type","tool_result"]}                                         | 0
          """)
  void resultsOfToolsAreCounted(String body, int count) {
    assertThat(scan(body).toolResults()).isEqualTo(count);
  }

  private static BodyScan scan(String body) {
    var scan = new BodyScan();
    for (byte each : body.getBytes(StandardCharsets.UTF_8)) {
      scan.accept(new byte[] {each}, 1);
    }
    return scan;
  }
}
