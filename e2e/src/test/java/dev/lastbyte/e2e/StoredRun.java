// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as a store has it.
 *
 * @param name what its client called it
 * @param code its diagnosis
 */
record StoredRun(String name, String code, RunLog log) {

  /** All of a folder, in the order in which they started. */
  static List<StoredRun> allIn(Path data) throws StoreException {
    List<StoredRun> all = new ArrayList<>();
    RunStore.read(data).forEach(log -> all.add(of(log)));
    return all;
  }

  boolean isLost() {
    return code.startsWith("host.process_lost@");
  }

  private static StoredRun of(RunLog log) {
    String name =
        log.events().stream()
            .filter(Correlated.class::isInstance)
            .map(Correlated.class::cast)
            .filter(correlated -> correlated.correlation() == Correlation.CALLER_RUN)
            .map(correlated -> correlated.value().value())
            .findFirst()
            .orElse("unnamed");
    return new StoredRun(name, Diagnoser.diagnose(RunFacts.of(log)).code(), log);
  }
}
