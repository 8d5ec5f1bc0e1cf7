// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import dev.lastbyte.benchmarks.gateway.Peer.Pace;
import dev.lastbyte.benchmarks.gateway.Sample.Latency;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Drives proxies, one at a time; whatever is told of them is measured here. */
final class Course {

  private static final Duration BEAT = Duration.ofMillis(100);

  /** Opening thousands of connections gives a JVM's compiler work, and that is not measured. */
  private static final Duration LEAD_IN = Duration.ofSeconds(3);

  /** What was compiled for one kind of request alone is compiled again when another one comes. */
  private static final int WARM_UP_TURNS = 4;

  private final EventLoop loop;
  private final Provider provider;
  private final Size size;
  private final Map<String, Long> asked = new HashMap<>();

  Course(EventLoop loop, Provider provider, Size size) {
    this.loop = loop;
    this.provider = provider;
    this.size = size;
  }

  /** Makes sure that it passes whole responses, event by event and not one too few. */
  void tryOut(RunningPeer peer) throws IOException {
    provider.answerWith(Messages.burst());
    String answer = WholeAnswer.to(loop, peer.peer().port(), peer.request(true));
    count(peer, 1);
    long pieces = answer.lines().filter(line -> line.contains(Messages.PIECE)).count();
    if (pieces != Messages.BURST_EVENTS || !answer.contains("[DONE]")) {
      throw new IOException(peer.peer().name() + " passed " + pieces + " pieces: " + answer);
    }
  }

  /** How many requests were made of a proxy so far. */
  long asked(RunningPeer peer) {
    return asked.getOrDefault(peer.peer().name(), 0L);
  }

  private void count(RunningPeer peer, long requests) {
    asked.merge(peer.peer().name(), requests, Long::sum);
  }

  /** Lets it see every kind of request, often enough that a JVM has compiled what it will need. */
  void warmUp(RunningPeer peer) throws IOException {
    int requests = Peers.compiles(peer.peer()) ? size.warmUp() : size.slowWarmUp();
    for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
      ask(peer, Scenario.BURST, requests / WARM_UP_TURNS);
      ask(peer, Scenario.JSON, requests / WARM_UP_TURNS / 2);
    }
    Stopwatch.start(peer.tree()).atRest();
  }

  /** A turn at requests that follow each other without a pause. */
  Sample rush(RunningPeer peer, Scenario scenario, int round) throws IOException {
    int requests = peer.peer().pace() == Pace.SLOW ? size.slowRequests() : size.requests();
    Stopwatch cpu = Stopwatch.start(peer.tree());
    long nanos = ask(peer, scenario, requests);
    double micros = cpu.atRest();
    return new Sample(
        scenario, round, peer.peer().name(), micros / requests, requests * 1e9 / nanos, null);
  }

  private long ask(RunningPeer peer, Scenario scenario, int requests) throws IOException {
    count(peer, requests);
    boolean stream = scenario == Scenario.BURST;
    provider.answerWith(stream ? Messages.burst() : Messages.json());
    return Burst.run(loop, peer.peer().port(), peer.request(stream), requests);
  }

  /** A turn at streams that flow slowly. */
  Sample paced(RunningPeer peer, int round, Memory memory) throws IOException {
    long before = memory.kb(peer);
    var streams = new PacedStreams(loop, provider, size.streams(), BEAT);
    ByteBuffer request = peer.request(true);
    count(peer, size.streams());
    streams.open(peer.peer().port(), request);
    streams.flow(LEAD_IN);
    Stopwatch cpu = Stopwatch.start(peer.tree());
    long start = System.nanoTime();
    Latencies latencies = streams.flow(Duration.ofSeconds(size.pacedSeconds()));
    long nanos = System.nanoTime() - start;
    double micros = cpu.now();
    memory.held(peer, (memory.kb(peer) - before) / (double) size.streams());
    streams.close();
    return new Sample(
        Scenario.PACED,
        round,
        peer.peer().name(),
        micros / latencies.count(),
        latencies.count() * 1e9 / nanos,
        new Latency(latencies.percentileMicros(0.5), latencies.percentileMicros(0.99)));
  }
}
