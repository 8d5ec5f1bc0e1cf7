// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.gemini;

import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.reader.ToolCallTracker;
import java.util.ArrayList;
import java.util.List;

/**
 * The function calls of a Gemini response. They come whole, unless a part says that it will be
 * continued: then parts without a name go on with it, and the first that says nothing is the last.
 */
final class GeminiToolCalls {

  private static final int NONE = -1;

  private record Part(String id, String name, boolean continues) {}

  private final ToolCallTracker calls;
  private final List<Part> parts = new ArrayList<>(2);
  private int begun;
  private int open = NONE;

  GeminiToolCalls(ResponseEventRecorder eventRecorder) {
    this.calls = new ToolCallTracker(eventRecorder);
  }

  void seen(String id, String name, boolean continues) {
    if (parts.size() < ToolCallTracker.MAX) {
      parts.add(new Part(id, name, continues));
    }
  }

  void forget() {
    parts.clear();
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The document with what was seen is whole, so that it counts. */
  void report() {
    for (int i = 0; i < parts.size(); i++) {
      report(parts.get(i));
    }
  }

  private void report(Part part) {
    boolean more = open != NONE && part.name.isEmpty();
    int call = more ? open : begun++;
    if (!more) {
      calls.started(call, part.id, part.name);
    }
    if (!part.continues) {
      calls.ready(call);
    }
    open = part.continues ? call : NONE;
  }
}
