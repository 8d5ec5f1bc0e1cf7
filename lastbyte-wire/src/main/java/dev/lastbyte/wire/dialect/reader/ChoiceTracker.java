// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

/** Which choices of a chat completion were seen, and which of them finished; the first 64. */
public final class ChoiceTracker {

  private long seen;
  private long finished;
  private long seenInChunk;
  private long finishedInChunk;

  public void seen(int choice, boolean withFinish) {
    long bit = 1L << Math.min(choice, Long.SIZE - 1);
    seenInChunk |= bit;
    if (withFinish) {
      finishedInChunk |= bit;
    }
  }

  /** The chunk with what was said since the last one is whole, so that it counts. */
  public void chunkArrived() {
    seen |= seenInChunk;
    finished |= finishedInChunk;
  }

  public void forgetChunk() {
    seenInChunk = 0;
    finishedInChunk = 0;
  }

  public boolean areAllFinished() {
    return seen != 0 && seen == finished;
  }
}
