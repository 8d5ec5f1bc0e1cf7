// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.input.LogFileInput;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.harness.file.ScenarioFiles;
import dev.lastbyte.harness.scenario.ScenarioSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option {@code --scripts}: scenarios of one's own beside the catalogue. */
public final class ScriptOptions {

  @Option(
      names = "--scripts",
      paramLabel = "PATH",
      description =
          "A YAML file with scenarios of your own, or a folder of them; may be given again. How to"
              + " write one: docs/harness.md")
  private List<Path> paths = new ArrayList<>();

  /**
   * The catalogue, and what those files tell.
   *
   * @throws InvalidInputException if one cannot be read, or tells something wrong; all of it is in
   *     the message
   */
  public ScenarioSet repertoire() {
    ScenarioFiles.Reading reading = read(paths);
    if (!reading.problems().isEmpty()) {
      throw new InvalidInputException(
          reading.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    try {
      return ScenarioSet.standard().with(reading.scenarios());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(e);
    }
  }

  public static ScenarioFiles.Reading read(List<Path> paths) {
    try {
      return ScenarioFiles.read(paths);
    } catch (IOException e) {
      throw new InvalidInputException(
          "a file of scenarios cannot be read: " + LogFileInput.ioReason(e), e);
    }
  }
}
