// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What waits for the journal, and then for the database; in order and bounded. Any thread hands in;
 * one thread takes, and tells how it went: what failed stays and is given out again, after a pause.
 * Thread-safe.
 *
 * <pre>
 * offer -&gt; fresh -&gt; {@link Work.Keep} -&gt; kept -&gt; {@link Work.Index} -&gt; done
 * </pre>
 *
 * <p>Both steps wait a little for company, since a write and a transaction cost much the same for
 * one run as for many; not when somebody waits for them.
 */
final class Backlog {

  /** How long a run that ended may stand in memory only. */
  private static final long KEEP_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final int KEEP_AT = 64;

  /** How long a run may stand in the journal only; a reader in another process waits for that. */
  private static final long INDEX_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int INDEX_AT = 1024;

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long limit;
  private final ArrayDeque<Write> fresh = new ArrayDeque<>();
  private final ArrayDeque<Write> kept = new ArrayDeque<>();
  private long freshSince;
  private long keptSince;
  private boolean urgent;
  private long weight;
  private long handedIn;
  private long done;
  private long awaited;
  private long failures;
  private long pauseUntil;
  private boolean pausing;
  private boolean closed;
  private boolean abandoned;

  /**
   * An empty one.
   *
   * @param limit the most that may wait, in {@link Write#weight()}
   */
  Backlog(long limit) {
    this.limit = limit;
  }

  /** Whether it was taken in; not if there is no room, or no more will be written. */
  synchronized boolean offer(Write write) {
    if (closed || weight + write.weight() > limit) {
      return false;
    }
    if (fresh.isEmpty()) {
      freshSince = System.nanoTime();
    }
    weight += write.weight();
    handedIn++;
    fresh.addLast(write);
    if (fresh.size() == 1 || fresh.size() == KEEP_AT) {
      notifyAll(); // for those between, the thread wakes up by itself
    }
    return true;
  }

  /** What is to be done next; waits until there is something. */
  synchronized Work next() throws InterruptedException {
    for (; ; ) {
      long now = System.nanoTime();
      pausing &= pauseUntil - now > 0;
      long untilKeep = untilKeep(now);
      if (untilKeep <= 0) {
        return new Work.Keep(fresh.stream().limit(KEEP_AT).toList());
      }
      long untilIndex = untilIndex(now);
      if (untilIndex <= 0) {
        return new Work.Index(kept.stream().limit(INDEX_AT).toList());
      }
      if (closed) {
        return new Work.End();
      }
      wait(millis(Math.min(untilKeep, untilIndex)));
    }
  }

  /** The oldest so many fresh ones are in the journal, as far as they go there. */
  synchronized void kept(int count) {
    if (kept.isEmpty()) {
      keptSince = System.nanoTime();
    }
    for (int i = 0; i < count; i++) {
      Write write = fresh.removeFirst();
      urgent |= !write.isInJournal();
      kept.addLast(write);
    }
    freshSince = System.nanoTime();
  }

  /** The oldest so many kept ones are done. */
  synchronized void done(int count) {
    for (int i = 0; i < count; i++) {
      weight -= kept.removeFirst().weight();
    }
    urgent &= !kept.isEmpty();
    done += count;
    notifyAll();
  }

  /** The batch could not be written into the database. */
  synchronized void failed() {
    failures++;
    awaited = done;
    pausing = true;
    pauseUntil = System.nanoTime() + PAUSE_NANOS;
    notifyAll();
  }

  /** Waits until all that was handed in is done: true; or until the next failure: false. */
  synchronized boolean flush() throws InterruptedException {
    long target = handedIn;
    long before = failures;
    awaited = Math.max(awaited, target);
    pausing = false;
    notifyAll();
    while (done < target && failures == before && !abandoned) {
      wait();
    }
    return done >= target;
  }

  /** Takes nothing in any more. What waits is tried once more. */
  synchronized void close() {
    closed = true;
    pausing = false;
    notifyAll();
  }

  /** Nobody will take anything any more. */
  synchronized void abandon() {
    closed = true;
    abandoned = true;
    notifyAll();
  }

  /** How many wait. */
  synchronized long size() {
    return (long) fresh.size() + kept.size();
  }

  /** How many wait that stand in no journal. */
  synchronized long onlyInMemory() {
    return Stream.concat(fresh.stream(), kept.stream())
        .filter(write -> !write.isInJournal())
        .count();
  }

  private long untilKeep(long now) {
    if (fresh.isEmpty()) {
      return Long.MAX_VALUE;
    }
    boolean atOnce = isHurried() || fresh.size() >= KEEP_AT;
    return atOnce ? 0 : KEEP_AFTER_NANOS - (now - freshSince);
  }

  private long untilIndex(long now) {
    if (kept.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (pausing) {
      return pauseUntil - now;
    }
    boolean atOnce = isHurried() || urgent || kept.size() >= INDEX_AT;
    return atOnce ? 0 : INDEX_AFTER_NANOS - (now - keptSince);
  }

  /** Whether somebody waits. */
  private boolean isHurried() {
    return closed || done < awaited;
  }

  /** How long to wait, in milliseconds; 0 is until told. */
  private static long millis(long nanos) {
    return nanos == Long.MAX_VALUE ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }
}
