// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;

/**
 * The content blocks of a streamed message that are open now, {@value #MAX} at most, and the tool
 * calls among them: each block has an index, and a call is ready when its block is closed. What a
 * missing or a second beginning means is for the dialect to say. Does not allocate while a block is
 * open.
 */
public final class ContentBlocks {

  private static final int MAX = 16;

  private final ToolCallTracker calls;
  private final int[] indexes = new int[MAX];
  private final boolean[] serverTools = new boolean[MAX];
  private int count;

  public ContentBlocks(ResponseEventRecorder eventRecorder) {
    this.calls = new ToolCallTracker(eventRecorder);
  }

  /** Whether none is open. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Whether that block is open. */
  public boolean isOpen(int index) {
    return slotOf(index) >= 0;
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

  /** Whether no block was a call for the client to execute. */
  public boolean haveNoCall() {
    return calls.isEmpty();
  }

  /** The block is a call for the client to execute. */
  public void callStarted(int index, String id, String name) {
    calls.started(index, id, name);
  }

  /**
   * What a piece of that kind counts as in that block: input of a server's tool is the server's.
   */
  public Content kindOf(int index, Content piece) {
    return piece == Content.TOOL_INPUT && isServerTool(index) ? Content.SERVER_TOOL : piece;
  }

  /** What the end of that block counts as; asked for before it is closed. */
  public Content kindOfEnd(int index) {
    return isServerTool(index) ? Content.SERVER_TOOL : Content.LIFECYCLE;
  }

  /** Closes a block, and a call in it is ready; false if it is not open. */
  public boolean close(int index) {
    int slot = slotOf(index);
    if (slot >= 0) {
      count--;
      indexes[slot] = indexes[count];
      serverTools[slot] = serverTools[count];
    }
    calls.ready(index);
    return slot >= 0;
  }

  private boolean isServerTool(int index) {
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
