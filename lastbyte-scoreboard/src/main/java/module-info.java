// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * Holds the diagnosis against what the harness knows that it did.
 *
 * <p>Packages use each other in one direction: {@code driver <- scoreboard}.
 */
@NullMarked
module dev.lastbyte.scoreboard {
  requires static org.jspecify;
  requires transitive dev.lastbyte.core;
  requires transitive dev.lastbyte.harness;
  requires transitive dev.lastbyte.report;
  requires dev.lastbyte.gateway;

  exports dev.lastbyte.scoreboard.driver;
  exports dev.lastbyte.scoreboard;
}
