// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs who is recorded: a run that starts and ends. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class StoreBenchmark {

  /** So that the disk is not filled: what is older than these bytes goes. */
  private static final Retention LITTLE = new Retention(null, 64L * 1024 * 1024);

  private final RunLog started = RecordedRun.started("run-1");
  private final RunLog ended = RecordedRun.cutInText();
  private final Path dir = Folders.fresh();
  private RunStore store;

  /** Opens a store. */
  @Setup
  public void open() throws IOException {
    store = RunStore.open(dir, RunClock.system(), LITTLE);
  }

  /** Closes it; what it could not keep up with is no measurement. */
  @TearDown
  public void close() throws IOException {
    String trouble = store.health();
    store.close();
    Folders.delete(dir);
    if (trouble != null) {
      throw new IOException(trouble);
    }
  }

  /** When it returns, the run survives the death of the process. */
  @Benchmark
  public void startedAndEnded() {
    store.started(started);
    store.ended(ended);
  }
}
