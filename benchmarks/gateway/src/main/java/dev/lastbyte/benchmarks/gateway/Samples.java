// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All that was measured. */
final class Samples {

  private final List<Sample> samples = new ArrayList<>();

  void add(Sample sample) {
    samples.add(sample);
  }

  /** Who took part, in the order of their first turn. */
  List<String> peers(Scenario scenario) {
    return samples.stream()
        .filter(sample -> sample.scenario() == scenario)
        .map(Sample::peer)
        .distinct()
        .toList();
  }

  /** One value a round, in their order. */
  double[] values(Scenario scenario, String peer, ToDoubleFunction<Sample> value) {
    return samples.stream()
        .filter(sample -> sample.scenario() == scenario && sample.peer().equals(peer))
        .mapToDouble(value)
        .toArray();
  }

  /** The median over the rounds of one to the other; NaN if one of them did not take part. */
  double ratio(Scenario scenario, String peer, String to, ToDoubleFunction<Sample> value) {
    double[] ratios = values(scenario, peer, value);
    double[] below = values(scenario, to, value);
    for (int i = 0; i < Math.min(ratios.length, below.length); i++) {
      ratios[i] /= below[i];
    }
    return below.length == 0 ? Double.NaN : median(ratios);
  }

  /** The median over the rounds of one less the other; NaN if one of them did not take part. */
  double difference(Scenario scenario, String peer, String to, ToDoubleFunction<Sample> value) {
    double[] differences = values(scenario, peer, value);
    double[] taken = values(scenario, to, value);
    for (int i = 0; i < Math.min(differences.length, taken.length); i++) {
      differences[i] -= taken[i];
    }
    return taken.length == 0 ? Double.NaN : median(differences);
  }

  /** The value in the middle, or the mean of the two; NaN of none. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
