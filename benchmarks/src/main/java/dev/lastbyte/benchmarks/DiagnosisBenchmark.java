// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryVerdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Run log to verdict: facts, diagnosis and retry safety of one run as a gateway records it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DiagnosisBenchmark {

  private static final RetryPolicy POLICY = RetryPolicy.standard();

  private final RunLog cutInText = RecordedRun.cutInText();

  /** One whole reading of a run. */
  @Benchmark
  public RetryVerdict diagnosis() {
    AttemptFacts facts = RunFacts.of(cutInText).last();
    Diagnosis diagnosis = Diagnoser.diagnose(facts);
    return RetryVerdict.of(facts, diagnosis, POLICY);
  }
}
