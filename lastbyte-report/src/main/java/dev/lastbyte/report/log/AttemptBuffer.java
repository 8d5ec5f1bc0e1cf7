// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one attempt within their bound: the first ones, the last ones, and of those in
 * between the ones that a verdict hangs on. How an attempt ended stands at its end. Not
 * thread-safe.
 */
final class AttemptBuffer {

  private static final int HEAD = 64;
  private static final int ANCHORS = 96;
  private static final int TAIL = RunLogLimits.MAX_EVENTS_PER_ATTEMPT - HEAD - ANCHORS;

  private final List<Placed> head = new ArrayList<>();
  private final List<Placed> anchors = new ArrayList<>(0);
  private final ArrayDeque<Placed> tail = new ArrayDeque<>(0);

  /** An event and the line that it stood on. */
  record Placed(long line, RunEvent event) {}

  /** Keeps an event; false if another one had to go for it. */
  boolean add(Placed event) {
    if (head.size() < HEAD) {
      return head.add(event);
    }
    boolean allKept = tail.size() < TAIL || keepsAsAnchor(tail.removeFirst());
    tail.addLast(event);
    return allKept;
  }

  private boolean keepsAsAnchor(Placed event) {
    return isAnchor(event.event()) && anchors.size() < ANCHORS && anchors.add(event);
  }

  int size() {
    return head.size() + anchors.size() + tail.size();
  }

  void copyTo(List<Placed> out) {
    out.addAll(head);
    out.addAll(anchors);
    out.addAll(tail);
  }

  private static boolean isAnchor(RunEvent event) {
    return switch (event) {
      case LifeEvent life -> true;
      case ToolEvent tool -> true;
      case LocalEvent local -> true;
      case CloseEvent close -> true;
      case ConnectionReused reused -> true;
      case RequestDescribed request -> true;
      case ResponseStarted head -> true;
      case BodyEnded body -> true;
      case StreamEvent stream -> !(stream instanceof StreamEvent.ContentFlowed);
      default -> false; // The rest is told by its neighbours.
    };
  }
}
