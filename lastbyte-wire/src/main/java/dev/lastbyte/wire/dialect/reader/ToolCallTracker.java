// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

/**
 * The tool calls of one response, told apart by a key of the dialect and numbered in the order in
 * which they began. Calls beyond {@value #MAX} are counted as content, but not told one by one.
 */
public final class ToolCallTracker {

  public static final int MAX = 64;

  private final ResponseEventRecorder eventRecorder;
  private final int[] keys = new int[MAX];
  private final boolean[] ready = new boolean[MAX];
  private int count;

  public ToolCallTracker(ResponseEventRecorder eventRecorder) {
    this.eventRecorder = eventRecorder;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public void started(int key, String id, String name) {
    if (count < MAX && numberOf(key) < 0) {
      keys[count] = key;
      eventRecorder.toolStarted(count, id, name);
      count++;
    }
  }

  /** A call came all at once, with whole arguments. */
  public void startedComplete(String id, String name) {
    int key = count;
    started(key, id, name);
    ready(key);
  }

  /** The arguments are whole; said once a call, and of calls that were started only. */
  public void ready(int key) {
    int call = numberOf(key);
    if (call >= 0 && !ready[call]) {
      ready[call] = true;
      eventRecorder.toolReady(call);
    }
  }

  private int numberOf(int key) {
    for (int call = 0; call < count; call++) {
      if (keys[call] == key) {
        return call;
      }
    }
    return -1;
  }
}
