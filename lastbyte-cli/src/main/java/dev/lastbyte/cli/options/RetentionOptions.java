// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.store.model.Retention;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --keep} and {@code --keep-size}: which runs are kept. */
public final class RetentionOptions {

  @Option(
      names = "--keep",
      paramLabel = "AGE",
      converter = UnitConverters.DurationConverter.class,
      description = "Let go of runs older than this, such as 12h or 30d. Default: never")
  private @Nullable Duration age;

  @Option(
      names = "--keep-size",
      paramLabel = "SIZE",
      converter = UnitConverters.ByteSizeConverter.class,
      description =
          "Let go of the oldest runs beyond this, such as 500MB or 2GB. Default: never. A gateway"
              + " looks every ten minutes; its database does not shrink, but is filled anew.")
  private @Nullable Long bytes;

  public Retention retention() {
    return new Retention(age, bytes);
  }

  public boolean isGiven() {
    return age != null || bytes != null;
  }
}
