// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * The tool calls that a JSON document tells at once, with whole arguments. They count when all of
 * the document has arrived, and not before.
 */
public final class PendingCalls {

  private record Call(String id, String name) {}

  private final ToolCallTracker calls;
  private final List<Call> pending = new ArrayList<>(1);

  public PendingCalls(ResponseEventRecorder eventRecorder) {
    this.calls = new ToolCallTracker(eventRecorder);
  }

  /** The document tells a call; false if it tells more than are kept. */
  public boolean add(String id, String name) {
    return pending.size() < ToolCallTracker.MAX && pending.add(new Call(id, name));
  }

  /** The document is whole: reports its calls. */
  public void report() {
    for (int i = 0; i < pending.size(); i++) {
      calls.startedComplete(pending.get(i).id, pending.get(i).name);
    }
  }

  /** Whether the document tells no call. */
  public boolean isNonePending() {
    return pending.isEmpty();
  }

  /** The next document begins. */
  public void forget() {
    pending.clear();
  }

  /** Whether no call was reported so far. */
  public boolean isEmpty() {
    return calls.isEmpty();
  }
}
