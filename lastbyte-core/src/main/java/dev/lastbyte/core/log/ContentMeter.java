// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * Counts the pieces of a stream by kind, with the time of the first and the last of each. This is
 * the recorder's hot path: it allocates nothing and takes no lock.
 *
 * <p>One thread at a time may write; any thread may read a snapshot at any time.
 */
public final class ContentMeter {

  private static final Content[] KINDS = Content.values();
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

  private static final int COUNT = 0;
  private static final int BYTES = 1;
  private static final int FIRST = 2;
  private static final int LAST = 3;
  private static final int WIDTH = 4;

  private final int attempt;
  private final Vantage vantage;
  private final long[] slots = new long[KINDS.length * WIDTH];

  ContentMeter(int attempt, Vantage vantage) {
    this.attempt = attempt;
    this.vantage = vantage;
  }

  /**
   * Counts one piece.
   *
   * @param bytes its size on the wire, not negative
   * @param atNanos when it arrived, nanoseconds since the run began
   */
  public void flowed(Content kind, long bytes, long atNanos) {
    int slot = slotOf(kind);
    long count = slots[slot + COUNT];
    if (count == 0) {
      slots[slot + FIRST] = atNanos;
    }
    slots[slot + BYTES] += bytes;
    slots[slot + LAST] = atNanos;
    // Released last: a reader that sees the count also sees what was written before it.
    SLOT.setRelease(slots, slot + COUNT, count + 1);
  }

  Vantage vantage() {
    return vantage;
  }

  void copyTo(List<RunEvent> out) {
    for (Content kind : KINDS) {
      int slot = slotOf(kind);
      long count = (long) SLOT.getAcquire(slots, slot + COUNT);
      if (count > 0) {
        out.add(
            new ContentFlowed(
                new Stamp(slots[slot + FIRST], attempt, vantage),
                kind,
                count,
                slots[slot + BYTES],
                slots[slot + LAST]));
      }
    }
  }

  // An index into an array of this process only, never stored: the order of the constants is free.
  @SuppressWarnings("EnumOrdinal")
  private static int slotOf(Content kind) {
    return kind.ordinal() * WIDTH;
  }
}
