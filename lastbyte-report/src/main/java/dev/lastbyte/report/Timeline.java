// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.log.RunLog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bounded timeline of a run: its first events, its last ones, and every anchor in between
 * (terminal, abort, timer, tool, retry) as long as they fit. What is left out leaves a gap that
 * says for how many events it stands.
 */
final class Timeline {

  /** The most entries, gaps included. */
  static final int MAX_ENTRIES = 64;

  private static final int FIRST = 12;
  private static final int LAST = 20;

  private Timeline() {}

  /** A row of the timeline. */
  sealed interface Entry {

    /** An event and its number in the log, from 1. */
    record Kept(int id, RunEvent event) implements Entry {}

    /** Events that were left out here. */
    record Gap(int events) implements Entry {}
  }

  static List<Entry> of(RunLog log) {
    List<RunEvent> events = log.events();
    TreeSet<Integer> kept = new TreeSet<>();
    for (int i = 0; i < events.size(); i++) {
      boolean atAnEnd = i < FIRST || i >= events.size() - LAST;
      if (events.size() <= MAX_ENTRIES || atAnEnd) {
        kept.add(i);
      }
    }
    // A kept anchor may open one gap before and one behind it.
    for (int i = events.size() - 1;
        i >= 0 && entriesFor(kept, events.size()) + 2 <= MAX_ENTRIES;
        i--) {
      if (isAnchor(events.get(i))) {
        kept.add(i);
      }
    }
    return withGaps(kept, events);
  }

  private static int entriesFor(SortedSet<Integer> kept, int size) {
    int gaps = 0;
    int next = 0;
    for (int i : kept) {
      gaps += i > next ? 1 : 0;
      next = i + 1;
    }
    return kept.size() + gaps + (next < size ? 1 : 0);
  }

  private static List<Entry> withGaps(SortedSet<Integer> kept, List<RunEvent> events) {
    List<Entry> entries = new ArrayList<>();
    int next = 0;
    for (int i : kept) {
      if (i > next) {
        entries.add(new Entry.Gap(i - next));
      }
      entries.add(new Entry.Kept(i + 1, events.get(i)));
      next = i + 1;
    }
    return entries;
  }

  private static boolean isAnchor(RunEvent event) {
    return switch (event) {
      case LifeEvent life -> true;
      case ToolEvent tool -> true;
      case LocalEvent local -> true;
      case CloseEvent close -> true;
      case StreamEvent.TerminalProven proof -> true;
      case StreamEvent.ProviderFailed failed -> true;
      case StreamEvent.ToolCallReady ready -> true;
      case StreamEvent.StreamBroke broke -> true;
      default -> false; // The rest is told by its neighbours.
    };
  }
}
