// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.ReportJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import dev.lastbyte.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets and texts by the hundred go in by every way there is, and come out by none; identifiers
 * and names stay.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LeakBarTest {

  /** A response with identifiers, a model, a tool and a code. */
  private static final int KIND_OF_A_STREAM = 0;

  private static final int CLIENTS = 4;

  @TempDir private Path folder;

  private final LeakValues values = new LeakValues();

  /** All that a person or another program gets to see, by the way to it. */
  private final Map<String, String> outputs = new LinkedHashMap<>();

  private int exchanges;

  private void inParallel(List<Callable<Void>> work) throws Exception {
    exchanges += work.size();
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Void> done : clients.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private void run(Path data, String... args) throws Exception {
    Program.Ended ended = Program.lastbyte(data, args).end();
    String command = String.join(" ", args).replace(folder.toString(), "");
    assertThat(ended.out()).as(command).isNotEmpty();
    outputs.put(command + " (out)", String.join("\n", ended.out()));
    outputs.put(command + " (err)", ended.err());
  }

  /** What {@code show} prints of each run, without a process for each. */
  private int showAll(Path data) throws Exception {
    var markdown = new StringBuilder();
    var json = new StringBuilder();
    List<RunLog> logs = logs(data);
    for (RunLog log : logs) {
      RunReport report = RunReport.of(log);
      markdown.append(ReportMarkdown.of(report)).append('\n');
      json.append(ReportJson.of(report)).append('\n');
    }
    outputs.put("show of every run", markdown.toString());
    outputs.put("show --json of every run", json.toString());
    return logs.size();
  }

  private static List<RunLog> logs(Path data) throws Exception {
    List<RunLog> logs = new ArrayList<>();
    RunStore.read(data).forEach(logs::add);
    return logs;
  }

  private void readFiles(Path data) throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        outputs.put(
            "file " + data.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void assertNothingCameOut() {
    List<String> leaks = new ArrayList<>();
    long characters = 0;
    for (Map.Entry<String, String> output : outputs.entrySet()) {
      characters += output.getValue().length();
      String leak = LeakForms.leakIn(output.getValue());
      if (leak != null) {
        leaks.add(output.getKey() + ": " + leak);
      }
    }
    System.out.printf(
        "%d values, %d exchanges, %d outputs of %d characters: %d leaks%n",
        values.all().count(), exchanges, outputs.size(), characters, leaks.size());
    assertThat(leaks).isEmpty();
  }

  /** Every value in every kind of response, and once in every place of a request. */
  private List<Callable<Void>> exchanges(LeakClient client) {
    List<Callable<Void>> work = new ArrayList<>();
    List<String> all = values.all().toList();
    for (int number = 0; number < all.size(); number++) {
      String value = all.get(number);
      boolean own = number >= values.shaped().size();
      for (int kind = 0; kind < LeakyResponses.kinds(); kind++) {
        int sent = number;
        int ofKind = kind;
        boolean inRequest = own || kind == number % LeakyResponses.kinds();
        work.add(() -> {
          if (inRequest) {
            client.askWith(value, ofKind, sent);
          } else {
            client.askFor(ofKind, sent);
          }
          return null;
        });
      }
      int sent = number;
      work.add(() -> {
        client.webSocket(value, sent);
        return null;
      });
      work.add(() -> {
        assertThat(client.post(value, sent)).as("post of %s", value).startsWith("HTTP/1.1 204 ");
        return null;
      });
    }
    return work;
  }

  /** What the provider sends for each number: a key of the request's own in one form or another. */
  private List<String> sent() {
    List<String> sent = new ArrayList<>(values.shaped());
    for (int i = 0; i < values.own().size(); i++) {
      sent.add(LeakForms.of(values.own().get(i), i));
    }
    return sent;
  }

  @Test
  void plantedValues_comeOutNowhere() throws Exception {
    assertThat(values.all()).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    assertThat(LeakClient.HEADERS).hasSizeGreaterThanOrEqualTo(32);
    assertThat(LeakyResponses.kinds()).isGreaterThanOrEqualTo(18);
    assertThat(values.all()).allSatisfy(value -> assertThat(LeakForms.leakIn(value)).isNotNull());
    assertThat(sent()).allSatisfy(value -> assertThat(LeakForms.leakIn(value)).isNotNull());
    Path data = Files.createDirectory(folder.resolve("data"));
    try (var provider = LeakProvider.sending(sent());
        var recorder = Recorder.recordingInto(data, provider.url())) {
      inParallel(exchanges(new LeakClient(recorder.address())));
      Program.Ended gateway = recorder.gateway().stop();
      outputs.put("gateway (out)", String.join("\n", gateway.out()));
      outputs.put("gateway (err)", gateway.err());
    }
    String at = data.toString();
    run(data, "runs", "--data", at, "--limit", "100000");
    run(data, "runs", "--data", at, "--limit", "100000", "--json");
    run(data, "show", "last", "--data", at);
    run(data, "show", "last", "--data", at, "--json");
    // A WebSocket has a run of its own beside that of its upgrade.
    assertThat(showAll(data)).isGreaterThanOrEqualTo(exchanges);
    readFiles(data);
    String events = LeakFiles.events(folder, values.shaped()).toString();
    run(data, "diagnose", "--from", "events", events);
    run(data, "diagnose", "--from", "events", "--json", events);
    String export = LeakFiles.export(folder, values.shaped()).toString();
    run(data, "diagnose", export);
    run(data, "diagnose", "--json", export);

    assertNothingCameOut();
  }

  @Test
  void identifiersAndNames_areKeptWhereAFieldIsTheirs() throws Exception {
    List<String> benign =
        Stream.concat(BenignValues.IDS.stream(), BenignValues.NAMES.stream()).toList();
    assertThat(benign).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    Path data = Files.createDirectory(folder.resolve("data"));
    try (var provider = LeakProvider.sending(benign);
        var recorder = Recorder.recordingInto(data, provider.url())) {
      var client = new LeakClient(recorder.address());
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < benign.size(); i++) {
        int number = i;
        boolean name = number >= BenignValues.IDS.size();
        work.add(() -> {
          client.askFor(KIND_OF_A_STREAM, number, name ? benign.get(number) : "gpt-5.5");
          return null;
        });
      }
      inParallel(work);
      recorder.gateway().stop();
    }
    List<String> events = logs(data).stream().map(log -> log.events().toString()).toList();
    int kept = 0;
    for (int i = 0; i < benign.size(); i++) {
      String value = benign.get(i);
      List<String> fields =
          i < BenignValues.IDS.size()
              ? List.of(
                  "correlation=REQUEST_ID, value=" + value + "]",
                  "correlation=RESPONSE_ID, value=" + value + "]",
                  "call=" + value + ",")
              : List.of("model=" + value + ",", "tool=" + value + "]", "code=" + value + ",");
      assertThat(events).as(value).anySatisfy(log -> assertThat(log).contains(fields));
      kept += fields.size();
    }
    System.out.printf("%d identifiers and names, kept in %d fields%n", benign.size(), kept);
  }
}
