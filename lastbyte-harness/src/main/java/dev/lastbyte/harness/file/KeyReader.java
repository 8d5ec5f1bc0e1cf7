// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.text.Tokens;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what an author knows of the truth beyond what can be derived. */
final class KeyReader {
  private static final String TERMINAL_PROOF = "terminal_proof";
  private static final String TOOL_PROVEN = "tool_proven";

  /** Every part of a key that can be said. */
  static final List<String> PARTS =
      List.of(
          "cause",
          "phase",
          "origin",
          "headline",
          "closed_by",
          "closed_how",
          "retry_safety",
          TERMINAL_PROOF,
          TOOL_PROVEN);

  private KeyReader() {}

  static UnaryOperator<AnswerKey> read(@Nullable YamlValue yamlValue) {
    if (yamlValue == null) {
      return UnaryOperator.identity();
    }
    Map<String, YamlValue> parts = yamlValue.fields("key", PARTS);
    parts.forEach(KeyReader::check);
    return key -> changed(key, parts);
  }

  private static void check(String part, YamlValue value) {
    if (part.equals(TERMINAL_PROOF) || part.equals(TOOL_PROVEN)) {
      var unused = value.booleanValue(part);
    } else if (!Tokens.isToken(value.text(part))) {
      value.wrong(part + " must be a word of the taxonomy, such as stream.reset");
    }
  }

  private static AnswerKey changed(AnswerKey key, Map<String, YamlValue> parts) {
    return new AnswerKey(
        word(parts, "cause", key.cause()),
        word(parts, "phase", key.phase()),
        word(parts, "origin", key.origin()),
        word(parts, "headline", key.headline()),
        word(parts, "closed_by", key.closedBy()),
        word(parts, "closed_how", key.closedHow()),
        word(parts, "retry_safety", key.retrySafety()),
        yes(parts, TERMINAL_PROOF, key.terminalProof()),
        yes(parts, TOOL_PROVEN, key.toolProven()),
        key.why());
  }

  private static String word(Map<String, YamlValue> parts, String part, String derived) {
    YamlValue yamlValue = parts.get(part);
    return yamlValue == null ? derived : yamlValue.text(part);
  }

  private static boolean yes(Map<String, YamlValue> parts, String part, boolean derived) {
    YamlValue yamlValue = parts.get(part);
    return yamlValue == null ? derived : yamlValue.booleanValue(part);
  }
}
