// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured, for people and for programs. */
final class Report {

  private final Samples samples;
  private final Memory memory;

  Report(Samples samples, Memory memory) {
    this.samples = samples;
    this.memory = memory;
  }

  /** Every proxy in every scenario: its CPU time in each round, the median, and beside nginx. */
  String table() {
    var table = new StringBuilder();
    for (Scenario scenario : Scenario.values()) {
      if (!samples.peers(scenario).isEmpty()) {
        table.append('\n').append(header(scenario));
        samples.peers(scenario).forEach(peer -> table.append(row(scenario, peer)));
      }
    }
    return table.append(comparisonWithBefore()).toString();
  }

  /** The checkout at hand beside the one before, as the median of the rounds' own ratios. */
  private String comparisonWithBefore() {
    var lines = new StringBuilder();
    for (Scenario scenario : Scenario.values()) {
      if (samples.peers(scenario).contains(Peers.BEFORE)) {
        lines.append(
            "%s: lastbyte takes %.2f of the CPU of before, and does %.2f of its %ss a second%n"
                .formatted(
                    scenario.title(),
                    ours(scenario, Peers.BEFORE, Sample::cpuMicros),
                    ours(scenario, Peers.BEFORE, Sample::perSecond),
                    scenario.unit()));
      }
    }
    return lines.isEmpty() ? "" : "\n" + lines;
  }

  private static String header(Scenario scenario) {
    String cpu = "us CPU/" + scenario.unit();
    String header = "%-11s %15s %9s %9s %9s".formatted(scenario.title(), cpu, "to nginx", "/s", "");
    return (scenario == Scenario.PACED
            ? header + "%10s %10s %10s".formatted("p50 us", "p99 us", "KB/stream")
            : header + "  rounds")
        + "\n";
  }

  private String row(Scenario scenario, String peer) {
    String row =
        "%-11s %15.1f %9.2f %9.0f %9.2f"
            .formatted(
                peer,
                median(scenario, peer, Sample::cpuMicros),
                samples.ratio(scenario, peer, Peers.NGINX, Sample::cpuMicros),
                median(scenario, peer, Sample::perSecond),
                samples.ratio(scenario, peer, Peers.NGINX, Sample::perSecond));
    return (scenario == Scenario.PACED
            ? row
                + "%10.0f %10.0f %10.1f"
                    .formatted(
                        median(scenario, peer, Sample::p50Micros),
                        median(scenario, peer, Sample::p99Micros),
                        memory.kbPerStream(peer))
            : row + "  " + rounds(scenario, peer))
        + "\n";
  }

  private String rounds(Scenario scenario, String peer) {
    return Arrays.stream(samples.values(scenario, peer, Sample::cpuMicros))
        .mapToObj("%.1f"::formatted)
        .collect(Collectors.joining(" "));
  }

  private double median(Scenario scenario, String peer, ToDoubleFunction<Sample> value) {
    return Samples.median(samples.values(scenario, peer, value));
  }

  /** The numbers that bars are set for, as one JSON object on a line; null where not measured. */
  String json() {
    var object = new StringJoiner(", ", "{", "}");
    numbers().forEach((name, value) -> object.add("\"" + name + "\": " + number(value)));
    return object.toString();
  }

  private Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("burst_cpu_ratio", ours(Scenario.BURST, Peers.NGINX, Sample::cpuMicros));
    numbers.put("burst_throughput_ratio", ours(Scenario.BURST, Peers.NGINX, Sample::perSecond));
    numbers.put("paced_cpu_ratio", ours(Scenario.PACED, Peers.NGINX, Sample::cpuMicros));
    numbers.put(
        "paced_added_p50_us",
        samples.difference(Scenario.PACED, Peers.LASTBYTE, Peers.NGINX, Sample::p50Micros));
    numbers.put("json_cpu_ratio", ours(Scenario.JSON, Peers.NGINX, Sample::cpuMicros));
    numbers.put("kb_per_stream", memory.kbPerStream(Peers.LASTBYTE));
    numbers.put("portkey_cpu_ratio", ours(Scenario.BURST, Peers.PORTKEY, Sample::cpuMicros));
    numbers.put("mitmproxy_cpu_ratio", ours(Scenario.BURST, Peers.MITMPROXY, Sample::cpuMicros));
    return numbers;
  }

  private double ours(Scenario scenario, String to, ToDoubleFunction<Sample> value) {
    return samples.ratio(scenario, Peers.LASTBYTE, to, value);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.4f", value);
  }
}
