// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed fits a terminal of 80 columns, and uses what a wider one has. */
@Timeout(300)
class WidthsTest {

  private static final int NARROW = 80;
  private static final int WIDE = 160;

  static Stream<String> commands() {
    return Stream.of(
        "",
        "demo",
        "gateway",
        "run",
        "connect",
        "runs",
        "runs prune",
        "show",
        "diagnose",
        "import",
        "explain",
        "rules",
        "backtest",
        "scoreboard",
        "harness",
        "harness serve",
        "harness list",
        "harness show",
        "harness check",
        "harness from-run",
        "harness judge");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyHelp_fits(String command) {
    String help = help(NARROW, command);

    assertFits(help, NARROW);
    assertThat(help).doesNotContain("%%").contains("Examples:");
    // An example that is broken is no line to type.
    assertThat(help.lines().dropWhile(line -> !line.equals("Examples:")).skip(1))
        .allMatch(line -> line.isEmpty() || line.startsWith("  ") || line.startsWith("Exit"));
  }

  @Test
  void aWiderTerminal_isUsed() {
    String wide = help(WIDE, "gateway");

    assertThat(wide.lines().mapToInt(String::length).max().orElse(0)).isGreaterThan(100);
    assertThat(wide.lines().count()).isLessThan(help(NARROW, "gateway").lines().count());
  }

  @Test
  void helpThatIsPiped_isAsNarrowAsAnyTerminal() {
    assertFits(CommandResult.of("gateway", "--help").out(), NARROW);
  }

  @Test
  void lists_fit() {
    assertFits(CommandResult.atTerminal(NARROW, "harness", "list").out(), NARROW);
    assertFits(CommandResult.atTerminal(NARROW, "rules").out(), NARROW);
    assertFits(CommandResult.atTerminal(NARROW, "rules", "stream.reset").out(), NARROW);
    assertFits(
        CommandResult.atTerminal(NARROW, "explain", "stream was reset: CANCEL").out(), NARROW);
  }

  @Test
  void theDemo_fits() {
    CommandResult demo =
        CommandResult.atTerminal(
            NARROW, "demo", "--scenario", "text-fin", "--dialect", "openai-chat");

    assertThat(demo.exit()).isEqualTo(ExitCode.OK);
    assertFits(demo.out(), NARROW);
    assertThat(demo.out()).contains("Failed in the middle of the response").doesNotContain("|---|");
  }

  private static String help(int columns, String command) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
    words.removeIf(String::isEmpty);
    words.add("--help");
    return CommandResult.atTerminal(columns, words.toArray(String[]::new)).out();
  }

  private static void assertFits(String text, int columns) {
    assertThat(text.lines()).isNotEmpty().allMatch(line -> line.length() <= columns);
  }
}
