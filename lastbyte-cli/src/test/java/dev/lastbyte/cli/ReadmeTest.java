// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands, word for word. Those that go on until they are interrupted, and those that
 * need a file or a client of the reader's, are given {@code --help}: their words must be right.
 */
@Timeout(300)
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  private static final Pattern COMMAND = Pattern.compile("^ {4}\\./lastbyte (.*)$");
  private static final Pattern INLINE = Pattern.compile("`\\./lastbyte ([^`]*)`");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Which end by themselves, and need nothing that is not there. */
  private static final Set<String> RUN = Set.of("explain", "rules", "runs", "connect");

  @TempDir private Path folder;

  @Test
  void everyCommand_isUnderstood() throws Exception {
    Path data = folder.resolve("data");
    try (RunStore store = RunStore.open(data, RunClock.system())) {
      store.ended(RecordedRunsTest.refused("ended-1"));
    }
    List<String> commands = commands();

    assertThat(commands).hasSizeGreaterThan(15);
    for (String command : commands) {
      List<String> words = words(command);
      boolean runs = RUN.contains(words.getFirst()) && !command.contains("--file");
      words.addAll(runs ? dataOf(words.getFirst(), data) : List.of("--help"));
      CommandResult result = CommandResult.of(words.toArray(String[]::new));
      assertThat(result.exit()).as("%s: %s", command, result.err()).isEqualTo(ExitCode.OK);
      assertThat(result.out()).as(command).isNotBlank();
    }
  }

  private static List<String> dataOf(String command, Path data) {
    return command.equals("runs") ? List.of("--data", data.toString()) : List.of();
  }

  private static List<String> commands() throws Exception {
    List<String> commands = new ArrayList<>();
    for (String line : Files.readAllLines(README)) {
      for (Pattern place : List.of(COMMAND, INLINE)) {
        Matcher found = place.matcher(line);
        while (found.find()) {
          // What follows several spaces, or a hash, is said of it.
          commands.add(found.group(1).split(" +#| {2,}", 2)[0].strip());
        }
      }
    }
    return commands;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    // A command that is run behind it has its own options.
    int end = words.indexOf("--");
    return end < 0 ? words : new ArrayList<>(words.subList(0, end));
  }
}
