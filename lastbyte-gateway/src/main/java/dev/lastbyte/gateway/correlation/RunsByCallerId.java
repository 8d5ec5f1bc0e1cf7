// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.correlation;

import dev.lastbyte.core.privacy.Token;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest run of each id that a caller gave in {@code x-lastbyte-run}: at most {@value #MAX}, of
 * which the oldest go first. A run that is over is known for ten minutes more. Thread-safe.
 */
public final class RunsByCallerId {

  static final int MAX = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Map<Token, RunHandle> byCaller = new Newest();

  public synchronized void add(Token caller, RunHandle run) {
    byCaller.remove(caller); // so that it counts as the youngest again
    byCaller.put(caller, run);
  }

  synchronized @Nullable public RunHandle find(Token caller) {
    RunHandle run = byCaller.get(caller);
    if (run != null && run.hasEndedFor(KEPT)) {
      byCaller.remove(caller);
      return null;
    }
    return run;
  }

  private static final class Newest extends LinkedHashMap<Token, RunHandle> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Token, RunHandle> eldest) {
      return size() > MAX;
    }
  }
}
