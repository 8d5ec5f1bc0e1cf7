// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A provider's reset, an abort and a timer in the middle of a text, in every order. */
final class OrdersAroundAnError {

  /** A silence that no known timer has. */
  private static final Duration SILENCE = Duration.ofSeconds(7);

  private OrdersAroundAnError() {}

  private enum Happening {
    RESET,
    ABORT,
    TIMER
  }

  static List<ToldRun> all() {
    List<ToldRun> runs = new ArrayList<>();
    for (String source : List.of("user", "parent", "superseded", "lifecycle")) {
      for (Duration gap : List.of(Duration.ofMillis(5), Duration.ofSeconds(5))) {
        for (List<Happening> order : orders()) {
          runs.add(told(order, source, gap));
        }
      }
    }
    return runs;
  }

  /** One, two or all three of them. */
  private static List<List<Happening>> orders() {
    List<List<Happening>> orders = new ArrayList<>();
    for (Happening first : Happening.values()) {
      orders.add(List.of(first));
      for (Happening second : Happening.values()) {
        if (second != first) {
          orders.add(List.of(first, second));
          for (Happening third : Happening.values()) {
            if (third != first && third != second) {
              orders.add(List.of(first, second, third));
            }
          }
        }
      }
    }
    return orders;
  }

  private static ToldRun told(List<Happening> order, String source, Duration gap) {
    RunScript script =
        RunScript.begin()
            .attempt(0)
            .connected(Duration.ofMillis(20))
            .requested()
            .after(Duration.ofMillis(400))
            .responded(200)
            .text()
            .after(SILENCE);
    for (Happening happening : order) {
      switch (happening) {
        case RESET -> script.providerClosed("rst", 1_200, "unknown");
        case ABORT -> script.aborted(source);
        case TIMER -> script.idleTimerFired(SILENCE);
      }
      script.after(gap);
    }
    // the first causal evidence is the cause; an abort says what is wanted, whenever it comes
    String cause =
        switch (order.getFirst()) {
          case RESET -> "stream.reset";
          case ABORT -> "abort." + source;
          case TIMER -> "watchdog.idle";
        };
    return script.is(
        "order/%s-%s-%dms".formatted(order, source, gap.toMillis()),
        cause,
        isWish(order, source, gap) ? NEVER : CONFIRM);
  }

  /** A program that cleans up milliseconds after a failure says nothing of what is wanted. */
  private static boolean isWish(List<Happening> order, String source, Duration gap) {
    boolean first = order.getFirst() == Happening.ABORT;
    boolean cleanup = source.equals("lifecycle") && gap.compareTo(Duration.ofSeconds(1)) < 0;
    return order.contains(Happening.ABORT) && (first || !cleanup);
  }
}
