// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.benchmarks.gateway.EventLoop;
import dev.lastbyte.benchmarks.gateway.ProcessTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The soak itself: callers come, ask again and again, and stop; the gateway's vitals are taken on
 * the way; at the end what it recorded is held against the truth. One thread.
 */
final class Soak implements AutoCloseable {

  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** How long a response may take beyond the longest stream, before it counts as stuck. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final EventLoop loop;
  private final Agenda agenda = new Agenda();
  private final SoakOptions options;
  private final Path dir;
  private final Crowd crowd;
  private final PacedProvider provider;
  private final SoakedGateway gateway;
  private final ProcessTree processes;
  private final List<CompletableFuture<Vitals>> vitals = new ArrayList<>();
  private long startNanos;
  private volatile boolean interrupted;

  /**
   * Starts the provider and the gateway.
   *
   * @param home the root of this project
   * @param dir where the gateway records
   */
  Soak(Path home, Path dir, SoakOptions options) throws IOException {
    this.loop = new EventLoop();
    this.options = options;
    this.dir = dir;
    this.crowd = new Crowd(loop, agenda, options);
    this.provider = new PacedProvider(loop, agenda, options.beatNanos(), crowd::open);
    this.gateway = SoakedGateway.start(home, dir, provider.port());
    this.processes = new ProcessTree(gateway.process().toHandle());
  }

  /** Lets it come to its end soon, from any thread; what is measured by then counts. */
  void interrupt() {
    interrupted = true;
  }

  /** Lets it run to its end, or until {@link #interrupt}. */
  SoakReport run() throws IOException {
    startNanos = System.nanoTime();
    crowd.come(gateway.port());
    agenda.in(PROGRESS_NANOS, this::progress);
    // By then all have come, and the first ones have gone.
    agenda.in(Math.min(2 * options.streamNanos(), options.nanos() / 4), () -> take("start"));
    agenda.in(options.nanos() / 2, () -> take("middle"));
    turn(options.nanos());
    take("end");
    var load = new SoakReport.Load(elapsed(), provider.writes(), processes.cpuMicros());
    finish();
    List<Vitals> taken = vitals.stream().map(CompletableFuture::join).toList();
    gateway.close();
    return new SoakReport(
        options,
        load,
        taken,
        crowd.broken(),
        gateway.complaints(),
        crowd.truth().size(),
        Comparison.of(SoakedGateway.data(dir), crowd.truth()));
  }

  /** Turns until so long after the start; or until interrupted. */
  private void turn(long untilNanos) throws IOException {
    while (!interrupted && elapsed().toNanos() < untilNanos) {
      loop.turn(agenda.idleMillis());
      agenda.doDue();
    }
  }

  /** What is open comes to its end; what does not is stuck. When interrupted, all leave. */
  private void finish() throws IOException {
    crowd.close();
    long last = elapsed().toNanos() + 2 * options.streamNanos() + STUCK_NANOS;
    while (!interrupted && crowd.openNow() > 0 && elapsed().toNanos() < last) {
      loop.turn(agenda.idleMillis());
      agenda.doDue();
    }
    if (!interrupted) {
      crowd.tellOfStuck();
    }
    crowd.leave();
  }

  /** Beside the streams, which go on. */
  private void take(String when) {
    int streams = crowd.openNow();
    long pid = gateway.process().pid();
    vitals.add(
        CompletableFuture.supplyAsync(() -> {
          try {
            return Vitals.of(pid, when, streams);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }));
  }

  private void progress() throws IOException {
    double seconds = elapsed().toMillis() / 1e3;
    System.err.printf(
        "%5.0f s: %d streams open, %d over, %.0f events/s, gateway %.0f %% of a core, resident"
            + " %d MB%n",
        seconds,
        crowd.openNow(),
        crowd.truth().size(),
        provider.writes() / seconds,
        processes.cpuMicros() / 1e4 / seconds,
        Vitals.residentKb(gateway.process().pid()) / 1024);
    agenda.in(PROGRESS_NANOS, this::progress);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    loop.close();
  }
}
