// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.text.NearNames;
import dev.lastbyte.harness.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server can play: the catalogue, and scenarios of one's own beside it.
 *
 * @param own in the order in which they were given
 * @param usual the name of the scenario that a request meets which names none
 */
public record ScenarioSet(List<Scenario> own, String usual) {
  private static final ScenarioSet STANDARD = new ScenarioSet(List.of(), "ok");

  /**
   * An immutable copy.
   *
   * @throws IllegalArgumentException if two scenarios share a name, or the usual one is unknown
   */
  public ScenarioSet {
    own = List.copyOf(own);
    for (int i = 0; i < own.size(); i++) {
      String name = own.get(i).name();
      if (find(own.subList(0, i), name).isPresent() || Scenarios.find(name).isPresent()) {
        throw new IllegalArgumentException("there must be one scenario " + name + ", but are two");
      }
    }
    require(own, usual);
  }

  /** The catalogue, where a request that names nothing gets a good response. */
  public static ScenarioSet standard() {
    return STANDARD;
  }

  /** The same with scenarios of one's own. */
  public ScenarioSet with(List<Scenario> more) {
    var all = new ArrayList<>(own);
    all.addAll(more);
    return new ScenarioSet(all, usual);
  }

  /** The same with every request that names no scenario meeting that one. */
  public ScenarioSet withDefault(String name) {
    return new ScenarioSet(own, name);
  }

  /** All of them, one's own first. */
  public List<Scenario> all() {
    var all = new ArrayList<>(own);
    all.addAll(Scenarios.all());
    return all;
  }

  /**
   * The scenario of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the nearest names
   */
  public Scenario named(String name) {
    return require(own, name);
  }

  private static Scenario require(List<Scenario> own, String name) {
    return find(own, name)
        .or(() -> Scenarios.find(name))
        .orElseThrow(() -> new IllegalArgumentException(unknown(own, name)));
  }

  private static Optional<Scenario> find(List<Scenario> own, String name) {
    return own.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }

  private static String unknown(List<Scenario> own, String name) {
    var names = new ArrayList<>(own.stream().map(Scenario::name).toList());
    names.addAll(Scenarios.all().stream().map(Scenario::name).toList());
    return "unknown scenario %s; the nearest are %s"
        .formatted(Tokens.cleaned(name), String.join(", ", NearNames.nearest(name, names)));
  }
}
