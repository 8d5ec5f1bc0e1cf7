// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that mean the same have the same digest, and others have not. */
class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"a":1,"b":2}               | { "b" : 2 , "a" : 1 }
          {"a":{"x":1,"y":[]}}        | {"a":{"y":[],"x":1}}
          ["\\u00e9\\n\\/"]           | ["é\\u000a/"]
          "\\ud83d\\ude00"            | "😀"
          true                        | ' true '
          """)
  void equalJson_hasEqualDigests(String one, String other) {
    assertThat(digest(one)).isNotNull().isEqualTo(digest(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          [1,2]                       | [2,1]
          {"a":"b"}                   | {"b":"a"}
          {"a":{"b":1}}               | {"a":1,"b":{}}
          {"a":1,"a":1}               | {}
          [[],[]]                     | [[[]]]
          "1"                         | 1
          []                          | {}
          """)
  void differentJson_hasDifferentDigests(String one, String other) {
    assertThat(digest(one)).isNotNull().isNotEqualTo(digest(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1", "\"open", "}", "[}", "{1:2}", "1 2", "{} {}"})
  void invalidJson_hasNoDigest(String text) {
    assertThat(digest(text)).isNull();
  }

  private static byte[] digest(String text) {
    var json = new CanonicalJson();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      json.accept(new byte[] {unit}, 1);
    }
    return json.end();
  }
}
