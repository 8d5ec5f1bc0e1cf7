// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.judge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.cli.options.ScriptOptions;
import dev.lastbyte.cli.text.ExitCode;
import dev.lastbyte.cli.text.Table;
import dev.lastbyte.cli.text.Terminal;
import dev.lastbyte.cli.text.Terminal.Style;
import dev.lastbyte.report.DiagnosisJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastbyte harness judge}. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    header = "Say how a client behaved, from the ledger.",
    description = {
      "",
      "Says how a client behaved towards the harness: its attempts at the same body and the time"
          + " between them, whether it kept to Retry-After, whether it asked again where that"
          + " cannot help or is not safe, and whether it posted results of tools twice. Exits 1 if"
          + " it found something.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  lastbyte harness judge",
      "  lastbyte harness judge --url http://127.0.0.1:9099",
      "  curl -s http://127.0.0.1:7078/_harness/ledger > ledger.ndjson",
      "  lastbyte harness judge ledger.ndjson --json | jq .findings"
    })
public final class HarnessJudgeCommand implements Callable<Integer> {

  private static final int SHOWN = 8;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "LEDGER",
      arity = "0..1",
      description = "What GET /_harness/ledger gave; '-' is standard input.")
  private @Nullable Path file;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "A running harness. Default: http://127.0.0.1:7078")
  private String url = "http://127.0.0.1:7078";

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Mixin private ScriptOptions scripts = new ScriptOptions();

  public HarnessJudgeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<LedgerLine> ledger =
        file == null ? LedgerReader.fetch(url) : LedgerReader.read(file, terminal.in());
    LedgerAnalysis analysis = LedgerAnalysis.of(ledger, scripts.repertoire());
    if (json) {
      terminal.line(DiagnosisJson.object(out -> write(out, ledger.size(), analysis)));
    } else {
      print(analysis);
    }
    return analysis.findings().isEmpty() ? ExitCode.OK : ExitCode.FAILURE_DIAGNOSED;
  }

  private void print(LedgerAnalysis analysis) {
    var table = new Table("BODY", "SCENARIO", "ATTEMPTS", "TIME BETWEEN", "RETRY-AFTER", "LEFT");
    for (List<LedgerLine> attempts : analysis.bodies().values()) {
      LedgerLine first = attempts.getFirst();
      table.row(
          first.body().substring(0, Math.min(SHOWN, first.body().length())),
          first.scenario(),
          String.valueOf(attempts.size()),
          between(attempts),
          advice(attempts),
          String.valueOf(attempts.stream().filter(LedgerLine::clientLeft).count()));
    }
    table.printTo(terminal);
    terminal.line("");
    analysis.findings().forEach(this::print);
    if (analysis.findings().isEmpty()) {
      terminal.line(terminal.styled(Style.GREEN, "Nothing found."));
    }
    terminal.line("");
    terminal.line("The ledger cannot tell");
    LedgerAnalysis.CANNOT_TELL.forEach(what -> terminal.line("  " + what));
  }

  private void print(LedgerAnalysis.Finding finding) {
    LedgerLine line = finding.line();
    terminal.line(
        "%s: %s (%s, attempt %d)"
            .formatted(
                terminal.styled(Style.RED, finding.kind()),
                finding.text(),
                line.scenario(),
                line.attempt()));
  }

  private static String between(List<LedgerLine> attempts) {
    String times =
        attempts.stream()
            .map(LedgerLine::sincePrevious)
            .filter(Objects::nonNull)
            .map(LedgerAnalysis::text)
            .collect(Collectors.joining(", "));
    return times.isEmpty() ? "-" : times;
  }

  private static String advice(List<LedgerLine> attempts) {
    List<LedgerLine> advised = attempts.stream().filter(line -> line.advised() != null).toList();
    long kept = advised.stream().filter(LedgerLine::waitedAsAdvised).count();
    return advised.isEmpty() ? "-" : "kept %d of %d".formatted(kept, advised.size());
  }

  private static void write(JsonGenerator json, int requests, LedgerAnalysis analysis)
      throws IOException {
    json.writeNumberField("requests", requests);
    json.writeArrayFieldStart("bodies");
    for (List<LedgerLine> attempts : analysis.bodies().values()) {
      write(json, attempts);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (LedgerAnalysis.Finding finding : analysis.findings()) {
      json.writeStartObject();
      json.writeStringField("kind", finding.kind());
      json.writeStringField("scenario", finding.line().scenario());
      json.writeStringField("body", finding.line().body());
      json.writeNumberField("attempt", finding.line().attempt());
      json.writeStringField("says", finding.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cannot_tell");
    for (String what : LedgerAnalysis.CANNOT_TELL) {
      json.writeString(what);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, List<LedgerLine> attempts) throws IOException {
    json.writeStartObject();
    json.writeStringField("body", attempts.getFirst().body());
    json.writeArrayFieldStart("attempts");
    for (LedgerLine line : attempts) {
      json.writeStartObject();
      json.writeStringField("scenario", line.scenario());
      json.writeNumberField("attempt", line.attempt());
      writeNanos(json, "waited_nanos", line.sincePrevious());
      writeNanos(json, "advised_nanos", line.advised());
      json.writeBooleanField("client_left", line.clientLeft());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeNanos(JsonGenerator json, String name, @Nullable Duration time)
      throws IOException {
    if (time == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, time.toNanos());
    }
  }
}
