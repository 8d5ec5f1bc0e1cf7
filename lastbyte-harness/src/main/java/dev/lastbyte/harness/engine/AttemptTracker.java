// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last ten thousand bodies, by their hashes, and which results of tools have been
 * posted: what makes a request another attempt. Safe for use by many threads.
 */
final class AttemptTracker {
  private static final int LIMIT = 10_000;

  private final Map<String, Last> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
          return size() > LIMIT;
        }
      };
  private final Set<String> posted = new HashSet<>();

  /** The attempt before: its number, when it ended, and what it was told to wait. */
  private record Last(int number, long endNanos, @Nullable Duration advised) {}

  /** What a request repeats of what came before it. */
  synchronized LedgerEntry.Repeats arrived(BodyFacts body, long nowNanos) {
    int again = 0;
    for (String call : body.toolCalls()) {
      boolean isNew = posted.size() < LIMIT ? posted.add(call) : !posted.contains(call);
      again += isNew ? 0 : 1;
    }
    Last before = last.get(body.canonicalHash());
    if (before == null) {
      last.put(body.canonicalHash(), new Last(1, nowNanos, null));
      return new LedgerEntry.Repeats(1, null, null, null, again);
    }
    last.put(body.canonicalHash(), new Last(before.number() + 1, nowNanos, null));
    Duration since = Duration.ofNanos(nowNanos - before.endNanos());
    Duration advised = before.advised();
    Boolean kept = advised == null ? null : since.compareTo(advised) >= 0;
    return new LedgerEntry.Repeats(before.number() + 1, since, advised, kept, again);
  }

  /** An attempt is over, and this is what it was told. */
  synchronized void ended(BodyFacts body, int number, Script script, long nowNanos) {
    last.put(body.canonicalHash(), new Last(number, nowNanos, advice(script)));
  }

  /** Nothing has come before. */
  synchronized void reset() {
    last.clear();
    posted.clear();
  }

  /** What a head says of waiting: milliseconds first, as the SDKs read it, then seconds. */
  private static @Nullable Duration advice(Script script) {
    var fields = new HashMap<String, String>();
    for (Step step : script.steps()) {
      if (step instanceof Step.Head head) {
        for (Field field : head.fields()) {
          fields.put(field.name(), field.value());
        }
      }
    }
    if (fields.containsKey("retry-after-ms")) {
      return Duration.ofMillis(Long.parseLong(fields.get("retry-after-ms")));
    }
    String seconds = fields.getOrDefault("retry-after", "none");
    if (seconds.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(seconds));
    }
    // the dates that we send have passed
    return fields.containsKey("retry-after") ? Duration.ZERO : null;
  }
}
