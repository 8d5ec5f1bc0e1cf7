// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What came of a soak, for people and for programs.
 *
 * @param vitals in the order in which they were taken: start, middle, end
 * @param broken what clients met that they should not have
 * @param complaints what the gateway said on standard error
 * @param over how many streams came to their end
 */
record SoakReport(
    SoakOptions options,
    Load load,
    List<Vitals> vitals,
    List<String> broken,
    List<String> complaints,
    int over,
    Comparison recorded) {

  private static final int LINES_SHOWN = 20;

  /**
   * What there was to do.
   *
   * @param events writes of the provider
   * @param cpuMicros of the gateway
   */
  record Load(Duration took, long events, double cpuMicros) {

    double gatewayCores() {
      return cpuMicros * 1e3 / took.toNanos();
    }
  }

  /** Whether nothing is lost, told wrongly, broken, complained of, or leaking. */
  boolean isFine() {
    return recorded.isPerfect() && broken.isEmpty() && complaints.isEmpty() && leaks().isEmpty();
  }

  String text() {
    var text = new StringBuilder();
    text.append(
        "%d streams at a time, %d %% of them faulty, an event each %d ms, %d s, seed %d%n"
            .formatted(
                options.streams(),
                options.faultPercent(),
                options.beatMillis(),
                load.took().toSeconds(),
                options.seed()));
    text.append(
        "%d streams over, %d events, gateway %.0f %% of a core, %.0f us CPU an event%n"
            .formatted(
                over,
                load.events(),
                100 * load.gatewayCores(),
                load.cpuMicros() / Math.max(1, load.events())));
    text.append(
        "%d runs stored; %d lost, %d twice, %d with another verdict than the key%n%n"
            .formatted(
                recorded.stored(),
                recorded.lost().size(),
                recorded.twice().size(),
                recorded.wrong().size()));
    text.append(
        "%-8s %8s %12s %14s %8s %8s%n"
            .formatted("", "streams", "resident KB", "heap live KB", "fds", "threads"));
    vitals.forEach(each -> text.append(row(each)));
    text.append(Leak.rule()).append('\n');
    append(text, "leak", leaks());
    append(text, "lost", recorded.lost());
    append(text, "twice", recorded.twice());
    append(text, "wrong", recorded.wrong());
    append(text, "broken", broken);
    append(text, "the gateway said", complaints);
    return text.append(isFine() ? "all is well\n" : "NOT all is well\n").toString();
  }

  private static String row(Vitals each) {
    return "%-8s %8d %12d %14d %8d %8d%n"
        .formatted(
            each.when(),
            each.streams(),
            each.residentKb(),
            each.heapKb(),
            each.descriptors(),
            each.threads());
  }

  private static void append(StringBuilder text, String what, List<String> lines) {
    lines.stream()
        .limit(LINES_SHOWN)
        .forEach(line -> text.append(what).append(": ").append(line).append('\n'));
    if (lines.size() > LINES_SHOWN) {
      text.append(what).append(": and %d more%n".formatted(lines.size() - LINES_SHOWN));
    }
  }

  /** What grew from the middle to the end; nothing where it was interrupted before. */
  private List<String> leaks() {
    return vitals.size() < 3 ? List.of() : Leak.between(vitals.get(1), vitals.get(2));
  }

  String json() {
    var object = new StringJoiner(", ", "{", "}");
    object.add("\"streams\": " + options.streams());
    object.add("\"seconds\": " + load.took().toSeconds());
    object.add("\"fault_percent\": " + options.faultPercent());
    object.add("\"seed\": " + options.seed());
    object.add("\"events\": " + load.events());
    object.add(String.format(Locale.ROOT, "\"gateway_cores\": %.3f", load.gatewayCores()));
    object.add("\"runs\": " + over);
    object.add("\"stored\": " + recorded.stored());
    object.add("\"lost\": " + recorded.lost().size());
    object.add("\"twice\": " + recorded.twice().size());
    object.add("\"wrong_verdicts\": " + recorded.wrong().size());
    object.add("\"broken\": " + broken.size());
    object.add("\"resident_kb\": " + all(Vitals::residentKb));
    object.add("\"heap_kb\": " + all(Vitals::heapKb));
    object.add("\"descriptors\": " + all(Vitals::descriptors));
    object.add("\"threads\": " + all(Vitals::threads));
    object.add("\"leak\": " + !leaks().isEmpty());
    return object.add("\"fine\": " + isFine()).toString();
  }

  private String all(ToLongFunction<Vitals> value) {
    return vitals.stream()
        .map(each -> String.valueOf(value.applyAsLong(each)))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
