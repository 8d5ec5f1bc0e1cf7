// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.privacy.Token;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The latest run of each client that gave an id in {@code x-lastbyte-run}: clients with the same id
 * are told apart by the keys of their runs. At most {@value #MAX}, of which the oldest go first. A
 * run that is over is known for ten minutes more. Thread-safe.
 */
public final class RunsByCallerId {

  static final int MAX = 10_000;

  /** How many runs that are over are known with their log. */
  private static final int MAX_LOGS = 256;

  private static final Duration KEPT = Duration.ofMinutes(10);

  private record Caller(Token id, WriteKey key) {}

  private final Map<Caller, RunHandle> runs = new LinkedHashMap<>();
  private final Map<Token, Set<WriteKey>> keys = new HashMap<>();
  private final Deque<RunHandle> withLog = new ArrayDeque<>();

  /**
   * Adds a run.
   *
   * @param key what proves that a program speaks for it
   */
  public synchronized void add(Token id, WriteKey key, RunHandle run) {
    var caller = new Caller(id, key);
    remove(caller); // so that it counts as the youngest again
    runs.put(caller, run);
    keys.computeIfAbsent(id, none -> new HashSet<>()).add(key);
    if (runs.size() > MAX) {
      remove(runs.keySet().iterator().next());
    }
  }

  /** A run that was added is over; its log is needed for as long as few others ended since. */
  public synchronized void ended(RunHandle run) {
    withLog.addLast(run);
    if (withLog.size() > MAX_LOGS) {
      withLog.removeFirst().forgetLog();
    }
  }

  /** The latest run of that id and key, or null if none is known. */
  public synchronized @Nullable RunHandle find(Token id, WriteKey key) {
    return recent(new Caller(id, key));
  }

  /** The latest run of an id that one client alone uses, or null if there is none such. */
  public synchronized @Nullable RunHandle findOnly(Token id) {
    Set<WriteKey> clients = keys.getOrDefault(id, Set.of());
    return clients.size() == 1 ? recent(new Caller(id, clients.iterator().next())) : null;
  }

  /** Whether any client uses that id. */
  public synchronized boolean isKnown(Token id) {
    return keys.containsKey(id);
  }

  private @Nullable RunHandle recent(Caller caller) {
    RunHandle run = runs.get(caller);
    if (run != null && run.hasEndedFor(KEPT)) {
      remove(caller);
      return null;
    }
    return run;
  }

  private void remove(Caller caller) {
    if (runs.remove(caller) != null) {
      Set<WriteKey> left = keys.get(caller.id());
      if (left != null && left.remove(caller.key()) && left.isEmpty()) {
        keys.remove(caller.id());
      }
    }
  }
}
