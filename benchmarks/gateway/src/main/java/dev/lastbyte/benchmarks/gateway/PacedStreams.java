// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many streams that are open at once, each with a piece of text at every beat. A piece carries the
 * time at which it was written (the monotonic clock, which the whole machine shares), so that its
 * caller can tell how long it was under way.
 */
final class PacedStreams {

  private static final long MAX_LATE_NANOS = 1_000_000;
  private static final int CONNECTED_AT_ONCE = 50;

  private final EventLoop loop;
  private final Provider provider;
  private final int streams;
  private final long gapNanos;
  private final StampedPiece piece = new StampedPiece();
  private final List<Connection> callers = new ArrayList<>();
  private Latencies latencies = new Latencies();
  private int begun;
  private int ended;
  private int next;

  /**
   * @param streams how many
   * @param beat the time from one piece of a stream to its next
   */
  PacedStreams(EventLoop loop, Provider provider, int streams, Duration beat) {
    this.loop = loop;
    this.provider = provider;
    this.streams = streams;
    this.gapNanos = beat.toNanos() / streams;
  }

  /** Opens them all; returns when each has begun. */
  void open(int port, ByteBuffer request) throws IOException {
    provider.answerAndHold(Messages.streamStart());
    while (callers.size() < streams) {
      Connection caller = loop.connect(port, connection -> new Caller());
      caller.write(request.duplicate());
      callers.add(caller);
      if (callers.size() % CONNECTED_AT_ONCE == 0) {
        loop.turnUntil(() -> begun == callers.size());
      }
    }
    loop.turnUntil(() -> begun == streams);
  }

  /**
   * Lets them flow for so long, never waiting: a thread that sleeps wakes late, and that would be
   * measured. Returns how long each piece was under way.
   */
  Latencies flow(Duration duration) throws IOException {
    latencies = new Latencies();
    long began = System.nanoTime();
    long due = began;
    long written = 0;
    while (due - began < duration.toNanos()) {
      while (System.nanoTime() < due) {
        loop.spin();
      }
      provider.held().get(next).write(piece.writtenNow());
      next = (next + 1) % streams;
      written++;
      loop.spin();
      due += gapNanos + lost(System.nanoTime() - due);
    }
    long all = written;
    loop.turnUntil(() -> latencies.count() >= all);
    return latencies;
  }

  /** Time that we were kept from our work is not made up for: a flood would be no beat. */
  private static long lost(long lateNanos) {
    return lateNanos > MAX_LATE_NANOS ? lateNanos : 0;
  }

  /** Ends them all, in order. */
  void close() throws IOException {
    ByteBuffer stop = Messages.stop();
    for (Connection asked : provider.held()) {
      asked.write(stop.duplicate());
      loop.spin();
    }
    loop.turnUntil(() -> ended == streams);
    for (Connection caller : callers) {
      caller.close();
    }
  }

  private final class Caller implements Receiver {

    private final MessageEnd answer = new MessageEnd();
    private boolean inBody;
    private boolean whole;

    @Override
    public void received(ByteBuffer bytes) throws IOException {
      long now = System.nanoTime();
      if (!inBody) {
        inBody = true;
        begun++;
      }
      StampedPiece.readStamps(bytes, now, latencies);
      if (answer.ends(bytes)) {
        whole = true;
        ended++;
      }
    }

    @Override
    public void ended() throws IOException {
      if (!whole) {
        throw new IOException("the proxy ended a connection in the middle of a stream");
      }
    }
  }
}
