// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.text.Tokens;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first segment of a path, such as {@code text-fin.close-delimited.gate-cut}: a scenario, and
 * then in any order a framing and a gate.
 */
record ScenarioPath(String scenario, @Nullable Framing framing, @Nullable String gate) {
  private static final String GATE = "gate-";

  /**
   * The segment in its parts; a framing may go without saying.
   *
   * @throws IllegalArgumentException if a part is neither a gate nor a framing of the carrier
   */
  static ScenarioPath parse(String text, Transport transport) {
    List<String> parts = List.of(text.split("\\.", -1));
    var segment = new ScenarioPath(parts.getFirst(), null, null);
    for (String part : parts.subList(1, parts.size())) {
      segment = segment.with(part, transport);
    }
    return segment;
  }

  private ScenarioPath with(String part, Transport transport) {
    if (part.startsWith(GATE)) {
      return new ScenarioPath(scenario, framing, part.substring(GATE.length()));
    }
    return new ScenarioPath(scenario, transport.require(framing(part)), gate);
  }

  private static Framing framing(String token) {
    return Arrays.stream(Framing.values())
        .filter(framing -> framing.token().equals(token))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("unknown framing " + Tokens.cleaned(token)));
  }
}
