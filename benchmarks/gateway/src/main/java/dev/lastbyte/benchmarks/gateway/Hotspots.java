// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Where the CPU time went, from samples of the JDK's flight recorder (JEP 509). */
final class Hotspots {

  private static final String EVENT = "jdk.CPUTimeSample";
  private static final String OURS = "dev.lastbyte.";
  private static final int SHOWN = 25;

  private final Map<String, List<RecordedEvent>> byThread;

  private Hotspots(Map<String, List<RecordedEvent>> byThread) {
    this.byThread = byThread;
  }

  static Hotspots read(Path recording) throws IOException {
    return new Hotspots(
        RecordingFile.readAllEvents(recording).stream()
            .filter(event -> event.getEventType().getName().equals(EVENT))
            .filter(
                event -> event.getStackTrace() != null && event.getThread("eventThread") != null)
            .collect(
                Collectors.groupingBy(
                    event -> String.valueOf(event.getThread("eventThread").getJavaName()),
                    TreeMap::new,
                    Collectors.toList())));
  }

  /**
   * For each of our threads: our packages and methods with what of others they call, and the
   * methods at the very top.
   */
  String table() {
    return byThread.entrySet().stream()
        .filter(thread -> thread.getKey().startsWith("lastbyte"))
        .map(thread -> table(thread.getKey(), thread.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String table(String thread, List<RecordedEvent> samples) {
    return "%s: %d samples%n".formatted(thread, samples.size())
        + shares("  by package", samples, Hotspots::nearestPackage)
        + shares("  in the code of", samples, Hotspots::nearestOfOurs)
        + shares("  running", samples, Hotspots::top);
  }

  private static String shares(
      String title, List<RecordedEvent> samples, Function<RecordedEvent, String> of) {
    return samples.stream()
        .collect(Collectors.groupingBy(of, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(share ->
            "%6.1f%%  %s%n".formatted(100.0 * share.getValue() / samples.size(), share.getKey()))
        .collect(Collectors.joining("", title + "\n", ""));
  }

  private static String nearestPackage(RecordedEvent sample) {
    return nearest(sample, method -> packageName(method.getType().getName()));
  }

  private static String nearestOfOurs(RecordedEvent sample) {
    return nearest(sample, Hotspots::name);
  }

  private static String nearest(RecordedEvent sample, Function<RecordedMethod, String> what) {
    return sample.getStackTrace().getFrames().stream()
        .map(RecordedFrame::getMethod)
        .filter(method -> method.getType().getName().startsWith(OURS))
        .findFirst()
        .map(what)
        .orElse("(none of ours)");
  }

  private static String top(RecordedEvent sample) {
    return name(sample.getStackTrace().getFrames().getFirst().getMethod());
  }

  private static String packageName(String type) {
    return type.substring(0, type.lastIndexOf('.'));
  }

  private static String name(RecordedMethod method) {
    String type = method.getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
  }
}
