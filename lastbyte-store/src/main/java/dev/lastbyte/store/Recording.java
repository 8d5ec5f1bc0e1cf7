// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import dev.lastbyte.core.log.RunClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts records into the journal, in their order: into the current segment, or into the next one,
 * which {@link Caretaker} has prepared. While there is none, they wait in memory, bounded.
 * Thread-safe; any thread appends, and none waits for a disk.
 */
final class Recording {

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Limits limits;
  private final byte[] head;
  private final RunClock clock;
  private final Trouble trouble;
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private final List<OpenSegment> full = new ArrayList<>();
  private @Nullable OpenSegment current;
  private @Nullable OpenSegment next;
  private long currentBeganAtMillis;
  private boolean turning;
  private long waitingBytes;
  private long pauseUntil = System.nanoTime();
  private long failures;
  private boolean closing;
  private boolean closed;

  /**
   * @param first where it begins, or null if there is no room for it yet
   */
  Recording(
      @Nullable OpenSegment first,
      SegmentHeader header,
      RunClock clock,
      Limits limits,
      Trouble trouble) {
    this.limits = limits;
    this.head = header.content();
    this.clock = clock;
    this.trouble = trouble;
    if (first != null) {
      begin(first);
    }
  }

  /** When it returns, the record outlives this process, unless it waits. Never throws. */
  synchronized void append(Kind kind, byte[] content) {
    if (closing) {
      trouble.lost(1, "the store is closed");
    } else if (!waiting.isEmpty() || !write(kind, content)) {
      await(new Entry(kind, content));
    } else if (next == null && isRunningOut()) {
      notifyAll();
    }
  }

  /**
   * Goes on in the next segment if the current one is older than that, so that what is in it can go
   * when it is too old.
   */
  synchronized void turnOver(long olderThanMillis) {
    boolean used = current != null && current.hasMoreThan(head);
    if (used && clock.epochMillis() - currentBeganAtMillis > olderThanMillis) {
      turning = true;
      turn();
      notifyAll();
    }
  }

  /** How many records wait. */
  synchronized long waiting() {
    return waiting.size();
  }

  /** Waits until nothing waits any more, or until that cannot be, for now. */
  synchronized void awaitWritten() {
    long before = failures;
    try {
      while (!waiting.isEmpty() && failures == before && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the caretaker is to do next; waits until there is something. */
  synchronized Errand errand() throws InterruptedException {
    for (; ; ) {
      if (closing && waiting.isEmpty()) {
        end();
      }
      long pause = pauseUntil - System.nanoTime();
      boolean wanted = !closed && next == null && isRunningOut();
      if (wanted && (closing || pause <= 0)) {
        return new Errand.Prepare(nextBytes());
      }
      if (!full.isEmpty()) {
        var errand = new Errand.Seal(List.copyOf(full));
        full.clear();
        return errand;
      }
      if (closed) {
        return new Errand.End();
      }
      wait(wanted ? TimeUnit.NANOSECONDS.toMillis(pause) + 1 : 0);
    }
  }

  /** Here is the next segment. What waits is written. */
  synchronized void prepared(OpenSegment segment) {
    next = segment;
    drain();
    turn();
    notifyAll();
  }

  /** There is none, for now. */
  synchronized void notPrepared(Exception why) {
    failed("the journal cannot go on", why);
    notifyAll();
  }

  private void failed(String what, Throwable why) {
    trouble.failed(what, why);
    pauseUntil = System.nanoTime() + PAUSE_NANOS;
    failures++;
    if (closing) {
      trouble.lost(waiting.size(), "the store was closed before there was room for all");
      waiting.clear();
    }
  }

  /** Nothing is taken any more. What waits is tried once more. */
  synchronized void close() {
    closing = true;
    notifyAll();
  }

  private void end() {
    closed = true;
    if (current != null) {
      full.add(current);
      current = null;
    }
    if (next != null) {
      next.discard();
      next = null;
    }
    notifyAll();
  }

  private void await(Entry record) {
    long bytes = record.content().length;
    if (waitingBytes + bytes > limits.waitingBytes()) {
      trouble.lost(1, "too much waits for room in the journal");
    } else {
      waiting.addLast(record);
      waitingBytes += bytes;
    }
    notifyAll();
  }

  private void drain() {
    while (!waiting.isEmpty() && write(waiting.getFirst().kind(), waiting.getFirst().content())) {
      waitingBytes -= waiting.removeFirst().content().length;
    }
  }

  /** Whether it is written; not if there is no room, also not in the next segment. */
  private boolean write(Kind kind, byte[] content) {
    for (; ; ) {
      if (current != null && current.hasRoomFor(content)) {
        if (put(current, kind, content)) {
          return true;
        }
      } else if (next != null) {
        begin(next);
      } else {
        return false;
      }
    }
  }

  private void begin(OpenSegment segment) {
    if (current != null) {
      full.add(current);
      notifyAll();
    }
    next = null;
    turning = false;
    current = segment;
    currentBeganAtMillis = clock.epochMillis();
    put(segment, Kind.HEADER, head);
  }

  /** The system may not be able to give a page, although it had room for it. */
  private boolean put(OpenSegment segment, Kind kind, byte[] content) {
    try {
      segment.append(kind, content);
      return true;
    } catch (InternalError fault) {
      failed("the journal cannot be written", fault);
      full.add(segment);
      current = null;
      return false;
    }
  }

  private void turn() {
    if (turning && next != null) {
      begin(next);
    }
  }

  private boolean isRunningOut() {
    return turning || current == null || current.isHalfFull() || !waiting.isEmpty();
  }

  private int nextBytes() {
    int record = waiting.isEmpty() ? 0 : waiting.getFirst().content().length;
    int least = head.length + record + 2 * OpenSegment.AROUND;
    return Math.max(limits.segmentBytes(), least);
  }
}
