// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

/** The content blocks of a message that are open now, {@value #MAX} at most. */
public final class OpenBlocks {

  private static final int MAX = 16;

  private final int[] indexes = new int[MAX];
  private final boolean[] serverTools = new boolean[MAX];
  private int count;

  public boolean isEmpty() {
    return count == 0;
  }

  /** Opens a block; false if it is open already, or too many are. */
  public boolean open(int index, boolean serverTool) {
    if (count == MAX || isOpen(index)) {
      return false;
    }
    indexes[count] = index;
    serverTools[count] = serverTool;
    count++;
    return true;
  }

  /** Closes a block; false if it is not open. */
  public boolean close(int index) {
    int slot = slotOf(index);
    if (slot < 0) {
      return false;
    }
    count--;
    indexes[slot] = indexes[count];
    serverTools[slot] = serverTools[count];
    return true;
  }

  public boolean isOpen(int index) {
    return slotOf(index) >= 0;
  }

  public boolean isServerTool(int index) {
    int slot = slotOf(index);
    return slot >= 0 && serverTools[slot];
  }

  private int slotOf(int index) {
    for (int slot = 0; slot < count; slot++) {
      if (indexes[slot] == index) {
        return slot;
      }
    }
    return -1;
  }
}
