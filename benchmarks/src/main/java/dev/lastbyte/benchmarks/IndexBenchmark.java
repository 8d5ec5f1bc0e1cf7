// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs who reads: each run that was recorded since somebody read last. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class IndexBenchmark {

  private static final int RUNS = 20_000;

  private Path dir;

  /** Records runs that nobody has read. */
  @Setup(Level.Invocation)
  public void record() throws IOException {
    dir = Folders.fresh();
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      for (int i = 0; i < RUNS; i++) {
        store.started(RecordedRun.started("run-" + i));
        store.ended(RecordedRun.cutInText("run-" + i));
      }
    }
  }

  /** Deletes what was recorded. */
  @TearDown(Level.Invocation)
  public void delete() throws IOException {
    Folders.delete(dir);
  }

  /** The first question after many runs. */
  @Benchmark
  @OperationsPerInvocation(RUNS)
  public int indexed() throws IOException {
    return RunStore.read(dir).newest(1).size();
  }
}
