// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of a scenario's dialects or framings, by its name. */
final class VariantSelector {

  private VariantSelector() {}

  /**
   * The dialect of that name, or the scenario's first one.
   *
   * @throws InvalidInputException if the scenario has no such dialect
   */
  static Dialect dialect(Scenario scenario, @Nullable String name) {
    return of("dialect", scenario, scenario.dialects(), Dialect::token, name);
  }

  /**
   * The framing of that name, or the scenario's first one.
   *
   * @throws InvalidInputException if the scenario has no such framing
   */
  static Framing framing(Scenario scenario, @Nullable String name) {
    return of("framing", scenario, scenario.framings(), Framing::token, name);
  }

  private static <T> T of(
      String what,
      Scenario scenario,
      Collection<T> all,
      Function<T, String> token,
      @Nullable String name) {
    List<T> sorted = all.stream().sorted().toList();
    return name == null
        ? sorted.getFirst()
        : sorted.stream()
            .filter(each -> token.apply(each).equals(name))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInputException(
                    "%s has no %s '%s'; it has %s"
                        .formatted(
                            scenario.name(),
                            what,
                            name,
                            String.join(", ", sorted.stream().map(token).toList()))));
  }
}
