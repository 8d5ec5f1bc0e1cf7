// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.diagnose;

import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.report.explain.Explanation;
import dev.lastbyte.report.explain.ExplanationJson;
import dev.lastbyte.report.explain.ExplanationText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte explain TEXT}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    header = "Say what an error text tells, and what can hide behind it.",
    description = {
      "",
      "Reads an error message, a stack trace or an excerpt of a log, and says which failure it"
          + " speaks of, how sure that is by the text alone, what else prints the same text, and"
          + " what to capture to know. Nothing of the text is kept or repeated but the words that"
          + " the catalogue knows. At most "
          + Explanation.MAX_LENGTH
          + " characters are read. Exits 0 if it could.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte explain \"stream was reset: CANCEL\"",
      "  lastbyte explain --file crash.log",
      "  tail -100 agent.log | lastbyte explain --json --file - | jq -r .group"
    })
public final class ExplainCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  /** No character takes more in UTF-8 for each of its chars in Java. */
  private static final int MOST_BYTES_A_CHAR = 3;

  private final Terminal terminal;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "The text; several are joined.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Read the text from a file; - for standard input.")
  private @Nullable String file;

  @Option(names = "--json", description = "The explanation as one JSON object.")
  private boolean json;

  public ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Explanation explanation = Explanation.of(text());
    terminal.line(json ? ExplanationJson.line(explanation) : ExplanationText.of(explanation));
    return ExitCode.OK;
  }

  private String text() {
    if (words.isEmpty() == (file == null)) {
      throw new InvalidInputException(
          "give either a TEXT or --file FILE; see: lastbyte explain --help");
    }
    String text = file == null ? String.join(" ", words) : read(file);
    if (text.isBlank()) {
      throw new InvalidInputException(
          (file == null ? "the text" : file) + " is empty; give an error's text");
    }
    return text;
  }

  private String read(String name) {
    try {
      return name.equals(STANDARD_INPUT) ? beginning(terminal.in()) : beginning(Path.of(name));
    } catch (IOException e) {
      throw new InvalidInputException(name + " cannot be read: " + why(Path.of(name)), e);
    }
  }

  private static String beginning(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return beginning(bytes);
    }
  }

  /** One character more than is read, so that the explanation says that something was left. */
  private static String beginning(InputStream bytes) throws IOException {
    int most = MOST_BYTES_A_CHAR * (Explanation.MAX_LENGTH + 1);
    return new String(bytes.readNBytes(most), StandardCharsets.UTF_8);
  }

  private static String why(Path path) {
    if (Files.notExists(path)) {
      return "there is no such file";
    }
    return Files.isDirectory(path) ? "it is a folder" : "permission denied, or the disk failed";
  }
}
