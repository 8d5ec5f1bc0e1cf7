// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.ScenarioSet;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads scenarios of one's own from YAML files. */
public final class ScenarioFiles {
  private static final int LARGEST_BYTES = 1 << 20;

  private ScenarioFiles() {}

  /** What was read, and all that is wrong with it; a scenario with a problem is left out. */
  public record Reading(List<Scenario> scenarios, List<Problem> problems) {
    /** An immutable copy. */
    public Reading {
      scenarios = List.copyOf(scenarios);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Every scenario of these files, and of the {@code .yaml} and {@code .yml} files in these
   * folders.
   *
   * @throws IOException if one of them cannot be read
   */
  public static Reading read(List<Path> filesAndFolders) throws IOException {
    var scenarios = new ArrayList<Scenario>();
    var problems = new ArrayList<Problem>();
    for (Path yamlValue : filesAndFolders) {
      for (Path file : files(yamlValue)) {
        Reading reading = Files.size(file) > LARGEST_BYTES ? tooLarge(file) : readable(file);
        scenarios.addAll(reading.scenarios());
        problems.addAll(reading.problems());
      }
    }
    return new Reading(scenarios, problems);
  }

  /**
   * The scenarios of one text.
   *
   * @param name what the problems call it
   */
  public static Reading read(String name, String yaml) {
    var problems = new Problems(name);
    var scenarios = new ArrayList<Scenario>();
    var settings = LoadSettings.builder().setLabel(name).build();
    try {
      var reader = new StreamReader(settings, yaml);
      var documents = new Composer(settings, new ParserImpl(settings, reader));
      while (documents.hasNext()) {
        add(scenarios, new YamlValue(documents.next(), problems), problems);
      }
    } catch (MarkedYamlEngineException e) {
      problems.add(e.getProblemMark(), "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(Optional.empty(), "this is no YAML: " + e.getMessage());
    }
    if (scenarios.isEmpty() && problems.count() == 0) {
      problems.add(Optional.empty(), "a file must hold a scenario, but holds none");
    }
    return new Reading(scenarios, problems.all());
  }

  private static void add(List<Scenario> scenarios, YamlValue document, Problems problems) {
    Scenario scenario = ScenarioReader.read(document, problems);
    if (scenario == null) {
      return;
    }
    try {
      var unused = ScenarioSet.standard().with(scenarios).with(List.of(scenario));
      scenarios.add(scenario);
    } catch (IllegalArgumentException e) {
      document.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Reading readable(Path file) throws IOException {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      return new Reading(
          List.of(), List.of(new Problem(file.toString(), 1, 1, "this is no UTF-8")));
    }
  }

  private static Reading tooLarge(Path file) throws IOException {
    String says =
        "a file must have at most %d bytes, but has %d".formatted(LARGEST_BYTES, Files.size(file));
    return new Reading(List.of(), List.of(new Problem(file.toString(), 1, 1, says)));
  }

  private static List<Path> files(Path yamlValue) throws IOException {
    if (!Files.isDirectory(yamlValue)) {
      return List.of(yamlValue);
    }
    try (Stream<Path> files = Files.list(yamlValue)) {
      return files.filter(ScenarioFiles::isYaml).sorted().toList();
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
