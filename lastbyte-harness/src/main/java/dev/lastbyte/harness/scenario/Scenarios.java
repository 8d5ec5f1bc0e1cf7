// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.text.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every scenario there is, each with its answer keys beside it. */
public final class Scenarios {
  private static final List<Scenario> BASICS = Basics.all();

  /** What belongs together, in the order of a stream's life. */
  private static final Map<String, List<Scenario>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("basics", BASICS);
    GROUPS.put("way-there", ConnectFailures.all());
    GROUPS.put("before-headers", BeforeHeaders.all());
    GROUPS.put("first-token", FirstToken.all());
    GROUPS.put("mid-stream", MidStream.all());
    GROUPS.put("transports", Transports.all());
    GROUPS.put("websocket", WebSockets.all());
    GROUPS.put("clean-ends", CleanEnds.all());
    GROUPS.put("tools", Tools.all());
    GROUPS.put("statuses", Statuses.all());
    GROUPS.put("in-stream", InStream.all());
    GROUPS.put("local", LocalCauses.all());
    GROUPS.put("spellings", FormatVariants.all());
    GROUPS.put("healthy", Healthy.all());
  }

  private static final Map<String, Scenario> ALL = byName(GROUPS.values().stream());

  /** Other names for the same things. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "fin-before-headers", "before-headers-fin",
          "rst-before-headers", "before-headers-rst",
          "keepalive-race-fin", "reused-dies-fin",
          "keepalive-race-rst", "reused-dies-rst",
          "connect-refused", "connection-refused",
          "503", "unavailable-503");

  private Scenarios() {}

  /** All of them, in the order of a stream's life within each group. */
  public static List<Scenario> all() {
    return List.copyOf(ALL.values());
  }

  /** The names of the groups. */
  public static List<String> groups() {
    return List.copyOf(GROUPS.keySet());
  }

  /**
   * The scenarios of that group.
   *
   * @throws IllegalArgumentException if there is no such group
   */
  public static List<Scenario> group(String name) {
    List<Scenario> group = GROUPS.get(name);
    if (group == null) {
      throw new IllegalArgumentException(
          "unknown group %s; there are %s".formatted(Tokens.cleaned(name), groups()));
    }
    return group;
  }

  /** One for each thing that can happen to a stream: what a demonstration shows. */
  public static List<Scenario> basics() {
    return BASICS;
  }

  /**
   * The scenario of that name, or the {@linkplain Compositions composition}.
   *
   * @throws IllegalArgumentException if there is none; the message lists the nearest names
   */
  public static Scenario named(String name) {
    return ScenarioSet.standard().named(name);
  }

  /** The same; empty where there is none. */
  static Optional<Scenario> find(String name) {
    return Optional.ofNullable(ALL.get(ALIASES.getOrDefault(name, name)))
        .or(() -> Compositions.named(name));
  }

  private static Map<String, Scenario> byName(Stream<List<Scenario>> groups) {
    var all = new LinkedHashMap<String, Scenario>();
    groups.flatMap(List::stream).forEach(scenario -> all.putIfAbsent(scenario.name(), scenario));
    return all;
  }
}
