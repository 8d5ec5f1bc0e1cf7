// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import dev.lastbyte.report.RunReport;
import dev.lastbyte.scoreboard.driver.GatewayFixture;
import dev.lastbyte.scoreboard.driver.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Plays trials and holds what is diagnosed against their keys. */
public final class Scoreboard {

  private Scoreboard() {}

  /**
   * Plays them all, as many at a time as the stage is wide.
   *
   * @param progress told of each row when it is there, on any thread
   * @return the rows in the order of the trials
   */
  public static List<Row> run(GatewayFixture fixture, List<Trial> trials, Consumer<Row> progress)
      throws InterruptedException {
    List<Callable<Row>> tasks = new ArrayList<>();
    trials.forEach(trial -> tasks.add(() -> run(fixture, trial, progress)));
    try (ExecutorService actors = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Row> rows = new ArrayList<>();
      for (Future<Row> row : actors.invokeAll(tasks)) {
        rows.add(row.get());
      }
      return rows;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a play must become a row, but failed", e);
    }
  }

  private static Row run(GatewayFixture fixture, Trial trial, Consumer<Row> progress)
      throws InterruptedException {
    Row row;
    try {
      row = Row.of(trial, RunReport.of(fixture.run(trial)));
    } catch (IOException e) {
      row = Row.ofError(trial, e);
    }
    progress.accept(row);
    return row;
  }
}
