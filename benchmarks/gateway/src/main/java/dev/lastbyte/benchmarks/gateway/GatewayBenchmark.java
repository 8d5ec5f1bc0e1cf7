// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import dev.lastbyte.benchmarks.gateway.Peer.Pace;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The command: starts the proxies, drives them in turns, round by round, and tells how they
 * compare. What the machine does beside that hits all of them alike; so ratios within a round mean
 * something where times do not.
 */
public final class GatewayBenchmark {

  private final Options options;
  private final Workplace place;
  private final Peers peers;
  private final Course course;
  private final Samples samples = new Samples();
  private final Memory memory = new Memory();

  private GatewayBenchmark(Options options, Workplace place, EventLoop loop) throws IOException {
    Provider provider = Provider.on(loop);
    this.options = options;
    this.place = place;
    this.peers = new Peers(place.home(), place.dir(), provider.port());
    this.course = new Course(loop, provider, options.size());
  }

  /**
   * Runs it.
   *
   * @param args the home of the project, the core that the proxies have, and what {@link
   *     Options#USAGE} tells
   */
  public static void main(String[] args) {
    try {
      Options options = Options.of(List.of(args).subList(2, args.length));
      Workplace place = Workplace.make(Path.of(args[0]), Integer.parseInt(args[1]));
      try (var loop = new EventLoop()) {
        new GatewayBenchmark(options, place, loop).run();
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("benchmarks/gateway/run: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException {
    if (options.profile()) {
      new Profile(place, peers, course).run();
      return;
    }
    start();
    for (RunningPeer peer : place.running()) {
      place.say("warming up " + peer.peer().name());
      course.tryOut(peer);
      course.warmUp(peer);
    }
    rush();
    pace();
    place.running().forEach(RunningPeer::close);
    var report = new Report(samples, memory);
    System.out.print(report.table());
    requireAllRecorded();
    if (options.json()) {
      System.out.println(report.json());
    }
  }

  private void start() throws IOException {
    for (Peer peer : peers.all()) {
      if (options.wants(peer)) {
        place.start(peer, Map.of());
      }
    }
    if (options.bare()) {
      place.start(peers.bare(), Map.of());
    }
    if (options.before() != null) {
      place.start(peers.before(options.before()), Map.of());
    }
    for (RunningPeer peer : place.running()) {
      peer.awaitListening();
    }
  }

  private void rush() throws IOException {
    for (int round = 1; round <= options.size().rounds(); round++) {
      for (Scenario scenario : List.of(Scenario.BURST, Scenario.JSON)) {
        for (RunningPeer peer : place.running()) {
          if (scenario == Scenario.BURST || peer.peer().pace() == Pace.FAST) {
            take(course.rush(peer, scenario, round));
          }
        }
      }
    }
  }

  /** The first turn warms up: only the memory that its streams take is measured. */
  private void pace() throws IOException {
    for (int round = 0; round <= options.size().pacedRounds(); round++) {
      for (RunningPeer peer : place.running()) {
        if (peer.peer().pace() == Pace.FAST) {
          Sample sample = course.paced(peer, round, memory);
          if (round > 0) {
            take(sample);
          }
        }
      }
    }
  }

  private void take(Sample sample) {
    samples.add(sample);
    place.say(sample.progress());
  }

  /** What is measured is a recorder: a request that it did not record is none it may boast of. */
  private void requireAllRecorded() throws IOException {
    for (RunningPeer peer : place.running()) {
      if (peer.peer().name().equals(Peers.LASTBYTE)) {
        var recorded = new LongAdder();
        Stopwatch cpu = Stopwatch.start(new ProcessTree(ProcessHandle.current()));
        RunStore.read(peers.data()).newest(1);
        double micros = cpu.now();
        RunStore.read(peers.data()).forEach((RunLog log) -> recorded.increment());
        System.out.printf(
            "%nlastbyte recorded %d runs of %d requests; to read them first costs %.1f us CPU a"
                + " run%n",
            recorded.sum(), course.asked(peer), micros / Math.max(1, recorded.sum()));
        if (recorded.sum() != course.asked(peer)) {
          throw new IOException("runs were lost, or told twice");
        }
      }
    }
  }
}
