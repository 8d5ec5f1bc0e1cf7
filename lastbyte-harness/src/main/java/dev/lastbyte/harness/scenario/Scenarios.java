// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.text.NearNames;
import dev.lastbyte.harness.text.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every scenario there is, each with its answer keys beside it. */
public final class Scenarios {
  private static final List<Scenario> BASICS = Basics.all();

  private static final Map<String, Scenario> ALL =
      byName(
          Stream.of(
              BASICS,
              WayThere.all(),
              BeforeHeaders.all(),
              FirstToken.all(),
              MidStream.all(),
              Transports.all(),
              WebSockets.all(),
              CleanEnds.all(),
              Tools.all(),
              Statuses.all(),
              InStream.all(),
              LocalCauses.all(),
              Spellings.all(),
              Healthy.all()));

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
    return Optional.ofNullable(ALL.get(ALIASES.getOrDefault(name, name)))
        .or(() -> Compositions.named(name))
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static Map<String, Scenario> byName(Stream<List<Scenario>> groups) {
    var all = new LinkedHashMap<String, Scenario>();
    groups.flatMap(List::stream).forEach(scenario -> all.putIfAbsent(scenario.name(), scenario));
    return all;
  }

  private static String unknown(String name) {
    return "unknown scenario "
        + Tokens.cleaned(name)
        + "; the nearest are "
        + String.join(", ", NearNames.nearest(name, List.copyOf(ALL.keySet())));
  }
}
