// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.told;

import java.util.ArrayList;
import java.util.List;

/** All told runs. */
public final class ToldRuns {

  private ToldRuns() {}

  /** In a fixed order, each with a name of its own. */
  public static List<ToldRun> all() {
    List<ToldRun> runs = new ArrayList<>();
    runs.addAll(ReusedConnections.all());
    runs.addAll(TimersBeforeTheHead.all());
    runs.addAll(OrdersAroundAnError.all());
    runs.addAll(SeveralAttempts.all());
    return runs;
  }
}
