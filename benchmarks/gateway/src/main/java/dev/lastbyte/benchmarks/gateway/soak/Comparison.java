// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.ResponseEvent.Correlated;
import dev.lastbyte.core.event.ResponseEvent.Correlation;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.model.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was recorded, held against what happened.
 *
 * @param stored runs in the store
 * @param lost names that are in no run
 * @param twice names that are in two
 * @param wrong what another verdict than the key says of it, a line each
 */
record Comparison(long stored, List<String> lost, List<String> twice, List<String> wrong) {

  /**
   * Reads a store.
   *
   * @param truth what happened, by the name that the client gave to it; other runs are not judged
   */
  static Comparison of(Path data, Map<String, Plan> truth) throws StoreException {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    RunStore.read(data)
        .forEach(log -> {
          String name = name(log);
          if (!seen.add(name)) {
            twice.add(name);
          }
          Plan plan = truth.get(name);
          String code = Diagnoser.diagnose(RunFacts.of(log)).code();
          if (plan != null && !plan.code().equals(code)) {
            wrong.add(
                "%s, %s in %s: %s is told, %s happened"
                    .formatted(name, plan.scenario(), plan.dialect().token(), code, plan.code()));
          }
        });
    List<String> lost = truth.keySet().stream().filter(name -> !seen.contains(name)).toList();
    return new Comparison(seen.size() + twice.size(), lost, twice, wrong);
  }

  boolean isPerfect() {
    return lost.isEmpty() && twice.isEmpty() && wrong.isEmpty();
  }

  private static String name(RunLog log) {
    return log.events().stream()
        .filter(Correlated.class::isInstance)
        .map(Correlated.class::cast)
        .filter(correlated -> correlated.correlation() == Correlation.CALLER_RUN)
        .map(correlated -> correlated.value().value())
        .findFirst()
        .orElse("unnamed " + log.header().run().value());
  }
}
