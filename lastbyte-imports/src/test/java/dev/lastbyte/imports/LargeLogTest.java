// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.lastbyte.core.log.RunLog;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log that is many times as large as the heap. {@code -Dlastbyte.import.megabytes=1024} makes it
 * a gigabyte.
 */
class LargeLogTest {

  private static final String HEAP = "-Xmx24m";

  private static final int MEGABYTES = Integer.getInteger("lastbyte.import.megabytes", 50);

  private static final String TURN =
      """
      {"timestamp":"2026-11-22T07:49:00.000Z","type":"event_msg","payload":{"type":"task_started",      "turn_id":"turn-%1$d"}}
      {"timestamp":"2026-11-22T07:49:01.000Z","type":"response_item","payload":{"type":      "function_call","name":"exec_command","arguments":"{}","call_id":"call-%1$d"}}
      {"timestamp":"2026-11-22T07:49:02.000Z","type":"token_usage_record","payload":{"response_id":      "resp-%1$d"}}
      {"timestamp":"2026-11-22T07:49:03.000Z","type":"event_msg","payload":{"type":"item_completed",      "item":{"type":"CommandExecution","id":"call-%1$d","status":"completed",      "aggregated_output":"%2$s"}}}
      {"timestamp":"2026-11-22T07:49:04.000Z","type":"event_msg","payload":{"type":"task_complete"}}
      """;

  @TempDir private Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void logLargerThanTheHeap_isReadWhole() throws Exception {
    Path log = folder.resolve("rollout.jsonl");
    long turns = write(log);

    long began = System.nanoTime();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                classPath(),
                LargeLogMain.class.getName(),
                log.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.printf(
        Locale.ROOT,
        "%d MiB, %s, %d runs, %.1f s%n",
        Files.size(log) >> 20,
        HEAP,
        turns,
        (System.nanoTime() - began) / 1e9);

    assertThat(child.waitFor()).as(said).isZero();
    assertThat(said).startsWith("Runs " + turns + " progress ").doesNotContain("progress 0");
  }

  private static long write(Path log) throws IOException {
    String output = "a line of output ".repeat(500);
    long turns = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(log)) {
      writer.write("{\"type\":\"session_meta\",\"payload\":{\"id\":\"session-1\"}}\n");
      for (long bytes = 0; bytes < (long) MEGABYTES << 20; turns++) {
        String turn = TURN.formatted(turns, output);
        writer.write(turn);
        bytes += turn.length();
      }
    }
    return turns;
  }

  private static String classPath() {
    return Stream.of(LargeLogMain.class, LogImporter.class, RunLog.class, JsonFactory.class)
        .map(LargeLogTest::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
