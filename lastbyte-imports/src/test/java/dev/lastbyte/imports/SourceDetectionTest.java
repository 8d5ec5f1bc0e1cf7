// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.ImportResult.OtherSource;
import dev.lastbyte.imports.ImportResult.Runs;
import dev.lastbyte.imports.ImportResult.Unread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is what its shape says, whatever it is called and whatever is broken in it. */
class SourceDetectionTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "codex-ok_tool.jsonl, CODEX_ROLLOUT",
    "claude-ok_tool.jsonl, CLAUDE_SESSION",
    "opencode-ok_tool.json, OPENCODE_EXPORT",
    "opencode-ok_tool-tables.json, OPENCODE_TABLES",
    "gemini-ok_tool.jsonl, GEMINI_SESSION",
    "gemini-json-mid_text_fin-stream.jsonl, GEMINI_STREAM",
    "gemini-json-mid_text_fin-report.json, GEMINI_REPORT",
    "pawwork-terminated.json, PAWWORK_EXPORT"
  })
  void log_isKnownByItsShape(String file, ReadableSource source) throws IOException {
    Path renamed = Files.copy(SampleExports.file("clients/" + file), folder.resolve("a.txt"));

    assertThat(SampleExports.read(renamed).result())
        .isInstanceOfSatisfying(Runs.class, runs -> assertThat(runs.source()).isEqualTo(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "OpenAI Codex v0.169.0\\n--------\\n | CODEX_CONSOLE",
        "timestamp=2026-11-22T08:03:03.816Z level=INFO run=1 message=init | OPENCODE_LOG",
        "YOLO mode is enabled. | GEMINI_CONSOLE",
        "{ \"thread_history_1.sqlite\": [] } | CODEX_DATABASE"
      })
  void fileWithoutRequests_isNamed(String text, UnreadSource source) throws IOException {
    assertThat(read(text.replace("\\n", "\n")).result()).isEqualTo(new Unread(source));
  }

  @Test
  void brokenLines_areCounted_andTheRestIsRead() throws IOException {
    List<String> lines =
        new ArrayList<>(Files.readAllLines(SampleExports.file("clients/codex-ok_tool.jsonl")));
    lines.addFirst("what is this");
    lines.add(lines.size() - 4, "{\"timestamp\":\"2026-11-22T07:49:01.1");
    lines.add("\u0000\u0001");

    SampleExports.Read read = read(String.join("\n", lines));

    assertThat(read.result())
        .isInstanceOfSatisfying(
            Runs.class,
            runs -> {
              assertThat(runs.runs()).isEqualTo(2);
              assertThat(runs.losses().brokenLines()).isEqualTo(3);
              assertThat(runs.losses().firstLines()).startsWith(1L);
            });
    assertThat(read.logs()).extracting(RunLog::dropped).contains(1L);
  }

  @Test
  void documentThatBreaksOff_isReadUpToThere() throws IOException {
    String whole = Files.readString(SampleExports.file("clients/opencode-ok_tool.json"));

    SampleExports.Read read = read(whole.substring(0, whole.length() - 40));

    assertThat(read.result())
        .isInstanceOfSatisfying(Runs.class, runs -> assertThat(runs.losses().cut()).isTrue());
  }

  @Test
  void logOfAnotherProgram_thanItIsSaidToBe_isNotRead() {
    Path log = SampleExports.file("clients/codex-ok_tool.jsonl");

    assertThat(LogImporter.read(log, SourceFamily.CLAUDE, run -> {}, bytes -> {}))
        .isEqualTo(new OtherSource(ReadableSource.CODEX_ROLLOUT));
  }

  private SampleExports.Read read(String text) throws IOException {
    return SampleExports.read(
        Files.write(folder.resolve("log"), text.getBytes(StandardCharsets.UTF_8)));
  }
}
