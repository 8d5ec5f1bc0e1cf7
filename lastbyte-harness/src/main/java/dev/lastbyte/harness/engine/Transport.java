// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import java.util.Comparator;

/** What brought a request, and so how its response can travel. */
public enum Transport {
  /** HTTP/1.1, as it is. */
  HTTP_1("HTTP/1.1", Framing.CHUNKED),
  /** HTTP/1.1 inside TLS. */
  HTTP_1_IN_TLS("HTTP/1.1 inside TLS", Framing.TLS),
  /** HTTP/2, inside TLS or not. */
  HTTP_2("HTTP/2", Framing.H2),
  /** A WebSocket, inside TLS or not. */
  WEBSOCKET("a WebSocket", Framing.WEBSOCKET);

  private final String title;
  private final Framing usual;

  Transport(String title, Framing usual) {
    this.title = title;
    this.usual = usual;
  }

  /**
   * The framing where a request names none: the usual one, or the first that the scenario has.
   *
   * @throws IllegalArgumentException if no response of the scenario can travel so
   */
  Framing framing(Scenario scenario) {
    if (scenario.framings().contains(usual)) {
      return usual;
    }
    return scenario.framings().stream()
        .filter(this::has)
        .min(Comparator.naturalOrder())
        .orElseThrow(
            () -> new IllegalArgumentException(scenario.name() + " has no framing of " + title));
  }

  /**
   * That framing.
   *
   * @throws IllegalArgumentException if no response can travel so
   */
  Framing require(Framing framing) {
    if (!has(framing)) {
      throw new IllegalArgumentException(
          "the framing must be one of " + title + ", but was " + framing.token());
    }
    return framing;
  }

  private boolean has(Framing framing) {
    return switch (framing) {
      case CHUNKED -> this == HTTP_1;
      case LENGTH, CLOSE_DELIMITED -> this == HTTP_1 || this == HTTP_1_IN_TLS;
      case TLS, H2, WEBSOCKET -> framing == usual;
    };
  }
}
