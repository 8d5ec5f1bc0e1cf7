// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import dev.lastbyte.core.log.RunClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts records into the journal, in their order: into the current segment, or into the next one,
 * which {@link SegmentPreparer} has prepared. While there is none, they wait in memory, bounded.
 * Thread-safe; any thread appends, and none waits for a disk.
 */
public final class JournalWriter {

  private static final long RETRY_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** One byte that changes in the only one would make all logs of the segment unreadable. */
  private static final int HEADERS = 2;

  /** A folder that is gone is made anew within a second. */
  private static final long CHECK_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final StoreLimits limits;
  private final byte[] headerBytes;
  private final RunClock clock;
  private final StoreHealth health;
  private final ArrayDeque<JournalRecord> waiting = new ArrayDeque<>();
  private final List<OpenSegment> fullSegments = new ArrayList<>();
  private @Nullable OpenSegment current;
  private @Nullable OpenSegment next;
  private long currentStartedAtMillis;
  private boolean rolling;
  private long waitingBytes;
  private long retryAtNanos = System.nanoTime();
  private long checkAtNanos = System.nanoTime() + CHECK_PAUSE_NANOS;
  private long failures;
  private boolean closing;
  private boolean closed;

  /**
   * @param first where it begins, or null if there is no room for it yet
   */
  public JournalWriter(
      @Nullable OpenSegment first,
      SegmentHeader header,
      RunClock clock,
      StoreLimits limits,
      StoreHealth health) {
    this.limits = limits;
    this.headerBytes = header.content();
    this.clock = clock;
    this.health = health;
    if (first != null) {
      switchTo(first);
    }
  }

  /** When it returns, the record outlives this process, unless it waits. Never throws. */
  public synchronized void append(RecordType type, byte[] content) {
    if (closing) {
      health.recordsLost(1, "the store is closed");
    } else if (!waiting.isEmpty() || !write(type, content)) {
      enqueue(new JournalRecord(type, content));
    } else if (next == null && needsNextSegment()) {
      notifyAll();
    }
  }

  /**
   * Goes on in the next segment if the current one is older than that, so that what is in it can go
   * when it is too old.
   */
  public synchronized void rollSegment(long olderThanMillis) {
    boolean used = current != null && current.hasMoreThan(HEADERS, headerBytes);
    if (used && clock.epochMillis() - currentStartedAtMillis > olderThanMillis) {
      rolling = true;
      rollIfReady();
      notifyAll();
    }
  }

  /** How many records wait. */
  public synchronized long waiting() {
    return waiting.size();
  }

  /** Waits until nothing waits any more, or until that cannot be, for now. */
  public synchronized void awaitWritten() {
    long before = failures;
    try {
      await(() -> waiting.isEmpty() || failures != before || closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until that holds. It is looked at again whenever something failed, a segment was
   * prepared, or what had waited was written.
   */
  public synchronized void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      wait();
    }
  }

  /** What the caretaker is to do next; waits until there is something. */
  public synchronized MaintenanceTask nextTask() throws InterruptedException {
    for (; ; ) {
      if (closing && waiting.isEmpty()) {
        end();
      }
      long now = System.nanoTime();
      long pause = retryAtNanos - now;
      if (!closed && checkAtNanos - now <= 0) {
        checkAtNanos = now + CHECK_PAUSE_NANOS;
        return new MaintenanceTask.Check();
      }
      boolean wanted = !closed && next == null && needsNextSegment();
      if (wanted && (closing || pause <= 0)) {
        return new MaintenanceTask.Prepare(nextBytes());
      }
      if (!fullSegments.isEmpty()) {
        var task = new MaintenanceTask.Seal(List.copyOf(fullSegments));
        fullSegments.clear();
        return task;
      }
      if (closed) {
        return new MaintenanceTask.End();
      }
      long untilCheck = checkAtNanos - now;
      wait(TimeUnit.NANOSECONDS.toMillis(wanted ? Math.min(pause, untilCheck) : untilCheck) + 1);
    }
  }

  /** Here is the next segment. What waits is written. */
  public synchronized void segmentPrepared(OpenSegment segment) {
    next = segment;
    drain();
    rollIfReady();
    notifyAll();
  }

  /** There is none, for now. */
  public synchronized void preparationFailed(Exception why) {
    failed("the journal cannot go on", why);
  }

  /** What the caretaker had to do failed in a way that no task foresees; it pauses, and goes on. */
  public synchronized void maintenanceFailed(Throwable why) {
    failed("the journal's own thread failed", why);
    checkAtNanos = retryAtNanos;
  }

  /**
   * If the current segment does not stand where it was made any more, what it holds goes into the
   * next one.
   *
   * @return whether that was so
   */
  synchronized boolean rewriteIfDisplaced() {
    OpenSegment displaced = current;
    if (displaced == null || displaced.isInPlace()) {
      return false;
    }
    enqueueFirst(records(displaced));
    fullSegments.add(displaced);
    current = null;
    if (next != null) {
      next.discard();
      next = null;
    }
    retryAtNanos = System.nanoTime();
    notifyAll();
    return true;
  }

  private List<JournalRecord> records(OpenSegment displaced) {
    try {
      return displaced.records();
    } catch (InternalError fault) {
      health.writeFailed("a file of the journal is gone with what it held", fault);
      return List.of();
    }
  }

  /** Beyond the bound of what waits, but by one segment at most. */
  private void enqueueFirst(List<JournalRecord> records) {
    for (JournalRecord record : records.reversed()) {
      waiting.addFirst(record);
      waitingBytes += record.content().length;
    }
  }

  private void failed(String what, Throwable why) {
    health.writeFailed(what, why);
    retryAtNanos = System.nanoTime() + RETRY_PAUSE_NANOS;
    failures++;
    if (closing) {
      health.recordsLost(waiting.size(), "the store was closed before there was room for all");
      waiting.clear();
    }
    notifyAll();
  }

  /** Nothing is taken any more. What waits is tried once more. */
  public synchronized void close() {
    closing = true;
    notifyAll();
  }

  private void end() {
    closed = true;
    if (current != null) {
      fullSegments.add(current);
      current = null;
    }
    if (next != null) {
      next.discard();
      next = null;
    }
    notifyAll();
  }

  private void enqueue(JournalRecord record) {
    long bytes = record.content().length;
    if (waitingBytes + bytes > limits.waitingBytes()) {
      health.recordsLost(1, "too much waits for room in the journal");
    } else {
      waiting.addLast(record);
      waitingBytes += bytes;
    }
    notifyAll();
  }

  private void drain() {
    while (!waiting.isEmpty() && write(waiting.getFirst().type(), waiting.getFirst().content())) {
      waitingBytes -= waiting.removeFirst().content().length;
    }
  }

  /** Whether it is written; not if there is no room, also not in the next segment. */
  private boolean write(RecordType type, byte[] content) {
    for (; ; ) {
      if (current != null && current.hasRoomFor(content)) {
        if (put(current, type, content)) {
          return true;
        }
      } else if (next != null) {
        switchTo(next);
      } else {
        return false;
      }
    }
  }

  private void switchTo(OpenSegment segment) {
    if (current != null) {
      fullSegments.add(current);
      notifyAll();
    }
    next = null;
    rolling = false;
    current = segment;
    currentStartedAtMillis = clock.epochMillis();
    int copies = 0;
    while (copies < HEADERS
        && segment.hasRoomFor(headerBytes)
        && put(segment, RecordType.HEADER, headerBytes)) {
      copies++;
    }
  }

  /** The system may not be able to give a page, although it had room for it. */
  private boolean put(OpenSegment segment, RecordType type, byte[] content) {
    try {
      segment.append(type, content);
      return true;
    } catch (InternalError fault) {
      failed("the journal cannot be written", fault);
      fullSegments.add(segment);
      current = null;
      return false;
    }
  }

  private void rollIfReady() {
    if (rolling && next != null) {
      switchTo(next);
    }
  }

  private boolean needsNextSegment() {
    return rolling || current == null || current.isHalfFull() || !waiting.isEmpty();
  }

  private int nextBytes() {
    int record = waiting.isEmpty() ? 0 : waiting.getFirst().content().length;
    int least =
        HEADERS * (headerBytes.length + OpenSegment.OVERHEAD_BYTES)
            + record
            + OpenSegment.OVERHEAD_BYTES;
    return Math.max(limits.segmentBytes(), least);
  }
}
