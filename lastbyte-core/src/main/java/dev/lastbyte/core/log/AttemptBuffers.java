// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.log;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run by attempt: those of the run as a whole, and of at most {@value
 * RunRecorder#MAX_ATTEMPTS} attempts, half of them the lowest numbers and half the highest. What
 * has to go, goes from the middle, and is counted. Not thread-safe.
 */
final class AttemptBuffers {

  private static final int HALF = RunRecorder.MAX_ATTEMPTS / 2;

  private final EventBuffer wholeRun = new EventBuffer();
  private final TreeMap<Integer, EventBuffer> first = new TreeMap<>();
  // Empty until the first half is full; each of its numbers is higher than all of the first half.
  private final TreeMap<Integer, EventBuffer> last = new TreeMap<>();
  private int latestAttempt = Stamp.WHOLE_RUN;
  private EventBuffer latest = wholeRun;
  private long dropped;

  void add(RunEvent event) {
    EventBuffer buffer = of(event.attempt());
    if (buffer == null) {
      dropped++;
    } else {
      buffer.add(event);
    }
  }

  /** Counts an event that cannot be kept. */
  void drop() {
    dropped++;
  }

  /** The buffer of an attempt, or null if that attempt was let go. */
  @Nullable EventBuffer of(int attempt) {
    if (attempt == latestAttempt) {
      return latest;
    }
    EventBuffer found = find(attempt);
    if (found != null) {
      latestAttempt = attempt;
      latest = found;
    }
    return found;
  }

  private @Nullable EventBuffer find(int attempt) {
    if (attempt == Stamp.WHOLE_RUN) {
      return wholeRun;
    }
    EventBuffer early = first.get(attempt);
    EventBuffer known = early == null ? last.get(attempt) : early;
    return known != null || isInTheGap(attempt) ? known : begin(attempt);
  }

  private boolean isInTheGap(int attempt) {
    return last.size() == HALF && attempt > first.lastKey() && attempt < last.firstKey();
  }

  /** Makes room, which never costs the attempt that begins: its number is not in the gap. */
  private EventBuffer begin(int attempt) {
    var buffer = new EventBuffer();
    first.put(attempt, buffer);
    if (first.size() > HALF) {
      int highest = first.lastKey();
      last.put(highest, first.remove(highest));
    }
    if (last.size() > HALF) {
      dropped += last.sequencedValues().removeFirst().recorded();
    }
    return buffer;
  }

  void copyTo(List<RunEvent> out) {
    each(buffer -> buffer.copyTo(out));
    each(buffer -> buffer.copyMetersTo(out));
  }

  private void each(Consumer<EventBuffer> action) {
    action.accept(wholeRun);
    first.values().forEach(action);
    last.values().forEach(action);
  }

  /** How many events were let go, of attempts that are kept and with those that are not. */
  long dropped() {
    long[] sum = {dropped};
    each(buffer -> sum[0] += buffer.dropped());
    return sum[0];
  }
}
