// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Certainty;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.Delivery;
import dev.lastbyte.core.facts.Exposure;
import dev.lastbyte.core.recovery.Recovery;
import dev.lastbyte.core.recovery.RetrySafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/glossary.md names the codes that the types have, all of them and no others. */
class GlossaryTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "glossary.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([a-z][a-z_-]*)`");

  @Test
  void vantages_areThoseOfTheEvents() throws IOException {
    assertThat(codesOf("vantage")).isEqualTo(codes(Vantage.values()));
  }

  @Test
  void delivery_isThatOfTheFacts() throws IOException {
    assertThat(codesOf("delivery")).isEqualTo(known(Delivery.values()));
  }

  @Test
  void effects_areThoseOfTheFacts() throws IOException {
    assertThat(codesOf("effect")).isEqualTo(known(Exposure.Effect.values()));
  }

  @Test
  void exposure_isThatOfTheFacts() throws IOException {
    assertThat(codesOf("exposure")).isEqualTo(known(Exposure.Visible.values()));
  }

  @Test
  void confidence_isThatOfADiagnosis() throws IOException {
    assertThat(codesOf("confidence")).isEqualTo(codes(Certainty.values()));
  }

  @Test
  void retrySafety_isThatOfAVerdict() throws IOException {
    assertThat(codesOf("retry safety")).isEqualTo(codes(RetrySafety.values()));
  }

  @Test
  void recovery_namesEveryStep() throws IOException {
    Set<String> steps =
        Stream.of(
                new Recovery.NotNeeded(),
                new Recovery.Replay(Duration.ZERO, Duration.ZERO, 1, false, false),
                new Recovery.Reconnect(),
                new Recovery.Reconcile(),
                new Recovery.Continue(),
                new Recovery.Wait(Duration.ZERO, Duration.ZERO),
                new Recovery.RefreshCredential(),
                new Recovery.Confirm(),
                new Recovery.Stop())
            .map(Recovery::code)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(codesOf("recovery")).isEqualTo(steps);
    assertThat(Recovery.class.getPermittedSubclasses()).hasSize(steps.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "attempt", "event", "phase", "cause, origin", "the four clocks"})
  void wordOfTheDomain_hasARow(String word) throws IOException {
    assertThat(meaningOf(word)).isNotBlank();
  }

  private static Set<String> known(Coded[] values) {
    Set<String> codes = codes(values);
    codes.remove("unknown");
    return codes;
  }

  private static Set<String> codes(Coded[] values) {
    return Arrays.stream(values).map(Coded::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codesOf(String word) throws IOException {
    return CODE.matcher(meaningOf(word))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String meaningOf(String word) throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .filter(row -> row.group(1).equals(word))
        .map((MatchResult row) -> row.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("docs/glossary.md has no row for: " + word));
  }
}
