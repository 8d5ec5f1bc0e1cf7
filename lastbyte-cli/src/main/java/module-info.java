// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The lastbyte command. */
@NullMarked
module dev.lastbyte.cli {
  requires static org.jspecify;
  requires dev.lastbyte.core;
  requires dev.lastbyte.gateway;
  requires dev.lastbyte.harness;
  requires dev.lastbyte.imports;
  requires dev.lastbyte.report;
  requires dev.lastbyte.store;
  requires dev.lastbyte.scoreboard;
  requires info.picocli;
  requires java.logging;
  requires jdk.unsupported;

  // picocli fills in options by reflection.
  opens dev.lastbyte.cli to
      info.picocli;
  opens dev.lastbyte.cli.options to
      info.picocli;
  opens dev.lastbyte.cli.gateway to
      info.picocli;
  opens dev.lastbyte.cli.run to
      info.picocli;
  opens dev.lastbyte.cli.runs to
      info.picocli;
  opens dev.lastbyte.cli.diagnose to
      info.picocli;
  opens dev.lastbyte.cli.backtest to
      info.picocli;
  opens dev.lastbyte.cli.scoreboard to
      info.picocli;
  opens dev.lastbyte.cli.demo to
      info.picocli;
  opens dev.lastbyte.cli.harness to
      info.picocli;
  opens dev.lastbyte.cli.harness.judge to
      info.picocli;
  opens dev.lastbyte.cli.harness.fromrun to
      info.picocli;
}
