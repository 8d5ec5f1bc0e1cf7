// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.diagnosis.Cause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RuleRenderersTest {

  static final Set<Cause> CAUSES = EnumSet.allOf(Cause.class);

  @Test
  void text_beginsWithTheCodeAndWhatAUserReads() {
    String text = RuleText.of(RuleCatalogue.page(Cause.STREAM_SILENT_TRUNCATION));

    assertThat(text.lines().limit(2))
        .containsExactly(
            "stream.silent_truncation",
            "The response ended cleanly by HTTP's rules, but the API's own proof of a whole"
                + " response");
    assertThat(text)
        .contains("\n\nProven by\n  The message ended by HTTP's own rules,")
        .contains("  curl exit code: 0: success")
        .contains("  no_terminal_proof: the API's own proof of a whole response never came");
  }

  @ParameterizedTest
  @FieldSource("CAUSES")
  void text_fitsATerminal(Cause cause) {
    assertThat(RuleText.of(RuleCatalogue.page(cause)).lines())
        .allMatch(line -> line.length() <= RuleText.WIDTH)
        .noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void json_hasTheDocumentedFields() throws IOException {
    String line = RuleJson.of(RuleCatalogue.page(Cause.STREAM_IDLE_CUT));

    assertThat(line).doesNotContain("\n");
    assertThat(fields(line))
        .containsExactly(
            "code",
            "group",
            "reads",
            "headlines",
            "proven_by",
            "refuted_by",
            "confidence",
            "evidence",
            "counter_evidence",
            "origins",
            "error_texts",
            "error_texts_left_out",
            "look_alikes",
            "would_change",
            "prospect",
            "prospect_says",
            "disagreements",
            "known_timers",
            "peers",
            "missing",
            "capture",
            "to_do",
            "rule_set");
    assertThat(line)
        .startsWith("{\"code\":\"stream.idle_cut\",\"group\":\"stream\"")
        .contains("{\"seconds\":60,\"clock\":\"idle\"")
        .contains("\"curl\":null");
  }

  @Test
  void errorTexts_areFewAndCounted_andSayWhatTheyAreWorth() {
    RulePage page = RuleCatalogue.page(Cause.PROVIDER_RATE_LIMITED);
    RulePage crowded = RuleCatalogue.page(Cause.STREAM_PREMATURE_EOF);

    assertThat(RuleText.of(page))
        .contains("An error's text is a hint and proves nothing, unless it is marked as proving.")
        .contains("code rate_limit_error (provider, proving)")
        .contains("code 429 (provider)");
    assertThat(RuleText.of(crowded))
        .contains("and " + (crowded.errorTexts().size() - TextHints.SHOWN) + " more");
    assertThat(RuleJson.of(page))
        .contains("{\"kind\":\"code\",\"text\":\"429\",\"family\":\"provider\",\"proves\":false}");
  }

  @Test
  void markdown_isAHeadingAndAList() {
    assertThat(RuleMarkdown.of(RuleCatalogue.page(Cause.CONN_GOAWAY), 3))
        .startsWith("### `conn.goaway`\n\nThe server was closing the connection")
        .contains("\n- **Ended by**\n  - `provider`: ")
        .contains("\n- **Called elsewhere**: gRPC status: `UNAVAILABLE`\n");
  }

  private static List<String> fields(String json) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return names;
  }
}
