// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.ContentMeter;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One recorded stream event, clock included, against the clock alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecorderBenchmark {

  private final RunRecorder recorder =
      RunRecorder.start(new RunHeader(new Token("run-1"), 0, null), RunClock.system());
  private final ContentMeter meter = recorder.meter(1, Vantage.CLIENT);

  /** The peer: reading the clock. */
  @Benchmark
  public long clockAlone() {
    return System.nanoTime();
  }

  /** A delta of a stream. */
  @Benchmark
  public void recordedDelta() {
    meter.flowed(Content.TEXT, 93, recorder.now());
  }
}
