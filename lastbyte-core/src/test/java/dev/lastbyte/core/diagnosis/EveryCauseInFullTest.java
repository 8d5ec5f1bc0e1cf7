// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;
import dev.lastbyte.core.story.Stories;
import dev.lastbyte.core.story.Story;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Everything that is said of the story of each cause: facts, evidence, what is missing, rivals, the
 * four answers and the next step, as they were read and approved in {@code every-cause.txt}. After
 * a change that is meant, write the file anew with {@code ./build test -pl lastbyte-core
 * -Dtest=EveryCauseInFullTest -Dstories.write} and read the difference.
 */
class EveryCauseInFullTest {

  private static final String FILE = "every-cause.txt";

  static final Set<Cause> CAUSES = EnumSet.allOf(Cause.class);

  @ParameterizedTest
  @FieldSource("CAUSES")
  void diagnosisOfEachCause_matchesTheApprovedFile(Cause cause) {
    assertThat(told(cause)).isEqualTo(ApprovedFile.in(FILE).get(cause.code()));
  }

  @Test
  void theFileHoldsEveryCause() {
    Map<String, String> all = new LinkedHashMap<>();
    CAUSES.forEach(cause -> all.put(cause.code(), told(cause)));
    ApprovedFile.writeIfAsked(FILE, all);

    assertThat(ApprovedFile.in(FILE).keySet()).isEqualTo(all.keySet());
  }

  private static String told(Cause cause) {
    Story story = Stories.of(cause);
    RunFacts run = RunFacts.of(story.log());
    AttemptFacts facts = run.last();
    Diagnosis diagnosis = Diagnoser.diagnose(run);
    var out = new StringBuilder();
    line(out, "code", diagnosis.code() + ", " + diagnosis.confidence().code());
    line(out, "origin", diagnosis.originConfidence().code());
    line(out, "delivery", facts.delivery().code());
    line(out, "exposure", facts.exposure());
    line(out, "completion", facts.completion());
    line(out, "closed", facts.closing());
    line(out, "clocks", facts.clocks());
    line(out, "tools", facts.tools());
    diagnosis.evidence().forEach(e -> line(out, "because", e.event() + " " + e.claim().code()));
    diagnosis
        .counterEvidence()
        .forEach(e -> line(out, "although", e.event() + " " + e.claim().code()));
    diagnosis.missing().forEach(m -> line(out, "missing", m.code()));
    diagnosis
        .rivals()
        .forEach(
            r -> line(out, "rival", r.cause().code() + " " + r.fate().code() + " " + r.event()));
    line(
        out,
        "turn",
        diagnosis.decisiveObservation().observation().code()
            + " into "
            + diagnosis.decisiveObservation().into().code());
    line(out, "false positive", diagnosis.falsePositive());
    verdict(out, "standard", facts, diagnosis, RetryPolicy.standard());
    verdict(out, "retracting", facts, diagnosis, RetryPolicy.standard().retracting());
    return out.toString();
  }

  private static void verdict(
      StringBuilder out, String name, AttemptFacts facts, Diagnosis diagnosis, RetryPolicy policy) {
    RetryVerdict verdict = RetryVerdict.of(facts, diagnosis, policy);
    String answers =
        verdict.answers().stream()
            .map(a -> a.verdict().code() + " (" + a.reason().code() + ")")
            .collect(Collectors.joining(", "));
    line(out, name, verdict.safety().code() + ": " + answers);
    line(out, name, verdict.recovery());
  }

  private static void line(StringBuilder out, String name, Object value) {
    out.append(name).append(": ").append(value).append('\n');
  }
}
