// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import org.jspecify.annotations.Nullable;

/**
 * Which choices of a response were seen, which of them finished, and what speaks against their
 * ends; the first 64.
 */
public final class ChoiceTracker {

  private final Finish[] finishes = new Finish[Long.SIZE];
  private long seen;
  private long finished;
  private long seenInChunk;
  private long finishedInChunk;
  private boolean spokeAfterItsEnd;
  private boolean calledAfterItsEnd;
  private boolean endedTwice;

  /**
   * A choice stood in the chunk.
   *
   * @param reason why it finished, or null if it did not
   * @param piece what it brought
   */
  public void seen(int choice, @Nullable StopReason reason, Content piece) {
    int slot = Math.min(choice, Long.SIZE - 1);
    long bit = 1L << slot;
    seenInChunk |= bit;
    if ((finished & bit) != 0) {
      spokeAfterItsEnd |= piece == Content.TEXT || piece == Content.REASONING;
      calledAfterItsEnd |= piece == Content.TOOL_INPUT;
      endedTwice |= reason != null && reason.finish() != finishes[slot];
    }
    if (reason != null) {
      finishedInChunk |= bit;
      finishes[slot] = reason.finish();
    }
  }

  /** Whether the chunk holds a choice. */
  public boolean anyInChunk() {
    return seenInChunk != 0;
  }

  /** The chunk with what was said since the last one is whole, so that it counts. */
  public void chunkArrived(ResponseEventRecorder eventRecorder) {
    seen |= seenInChunk;
    finished |= finishedInChunk;
    if (spokeAfterItsEnd) {
      eventRecorder.malformed(Malformation.GRAMMAR);
    }
    if (calledAfterItsEnd || endedTwice) {
      eventRecorder.malformed(Malformation.CONTRADICTION);
    }
  }

  public void forgetChunk() {
    seenInChunk = 0;
    finishedInChunk = 0;
    spokeAfterItsEnd = false;
    calledAfterItsEnd = false;
    endedTwice = false;
  }

  public boolean areAllFinished() {
    return seen != 0 && seen == finished;
  }
}
