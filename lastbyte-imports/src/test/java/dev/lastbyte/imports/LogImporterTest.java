// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import static dev.lastbyte.imports.SampleExports.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.imports.ImportResult.Empty;
import dev.lastbyte.imports.ImportResult.LimitExceeded;
import dev.lastbyte.imports.ImportResult.NotJson;
import dev.lastbyte.imports.ImportResult.OwnRunLog;
import dev.lastbyte.imports.ImportResult.Reason;
import dev.lastbyte.imports.ImportResult.Runs;
import dev.lastbyte.imports.ImportResult.Shape;
import dev.lastbyte.imports.ImportResult.Truncated;
import dev.lastbyte.imports.ImportResult.UnknownFormat;
import dev.lastbyte.imports.ImportResult.UnknownVersion;
import dev.lastbyte.imports.ImportResult.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LogImporterTest {

  @TempDir private Path files;

  @Test
  void aMissingFile_isReportedAsMissing(@TempDir Path folder) {
    assertThat(result(folder.resolve("no"))).isEqualTo(new Unreadable(Reason.MISSING));
  }

  @Test
  void aFolder_isReportedAsAFolder(@TempDir Path folder) {
    assertThat(result(folder)).isEqualTo(new Unreadable(Reason.FOLDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n "})
  void aBlankFile_isEmpty(String text) throws IOException {
    assertThat(read(text)).isEqualTo(new Empty());
  }

  @Test
  void text_isNotJson_andTheFirstWrongPlaceIsNamed() throws IOException {
    assertThat(read("{\"a\": 1,\n  oops}")).isEqualTo(new NotJson(2, 3));
  }

  @Test
  void binaryData_isNotJson() throws IOException {
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);

    assertThat(result(written(noise))).isInstanceOf(NotJson.class);
  }

  @Test
  void aValueThatIsNoObject_isAnUnknownFormat() throws IOException {
    assertThat(read("[{\"a\":1}]")).isEqualTo(new UnknownFormat(Shape.ARRAY, 0));
    assertThat(read("17")).isEqualTo(new UnknownFormat(Shape.SCALAR, 0));
  }

  @Test
  void anUnknownObject_isAnUnknownFormat_andItsKeysAreCounted() throws IOException {
    assertThat(read("{\"log\":{\"version\":\"1.2\"},\"format\":\"har\",\"info\":[[]]}"))
        .isEqualTo(new UnknownFormat(Shape.OBJECT, 3));
  }

  @Test
  void ourOwnRunLog_isRecognisedByItsFirstLine() throws IOException {
    assertThat(read("{\"lastbyte\":1,\"kind\":\"run\"}\n{\"kind\":\"event\"}\n"))
        .isEqualTo(new OwnRunLog());
  }

  @Test
  void aLaterVersion_isReportedWithBothVersions() throws IOException {
    assertThat(read("{\"schema_version\":9,\"format\":\"pawwork-session-export\"}"))
        .isEqualTo(new UnknownVersion("PawWork session export", 9, 1));
  }

  @Test
  void anExportWithoutTraces_hasNoRuns() throws IOException {
    ImportResult outcome = read("{\"format\":\"pawwork-session-export\",\"schema_version\":1}");

    assertThat(((Runs) outcome).runs()).isZero();
  }

  @Test
  void deepNesting_isRefusedWhereItGoesTooDeep() throws IOException {
    String deep = "{\"tree\":" + "[".repeat(100_000);

    assertThat(read(deep)).isInstanceOf(LimitExceeded.class);
  }

  @Test
  void anExportCutAnywhere_isTruncated() throws IOException {
    byte[] whole = Files.readAllBytes(file("watchdog-connect.json"));
    int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().length();

    for (int cut = 1; cut < end; cut++) {
      assertThat(result(written(Arrays.copyOf(whole, cut))))
          .as("cut after %d bytes", cut)
          .isInstanceOf(Truncated.class);
    }
  }

  @Test
  void aTruncatedFile_isTruncated(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(file("disconnect.json"));
    Path cut = Files.write(folder.resolve("cut.json"), Arrays.copyOf(whole, 900));

    assertThat(result(cut)).isInstanceOf(Truncated.class);
  }

  @Test
  void moreRunsThanTheBound_areCounted() throws IOException {
    var json = new StringBuilder("{\"format\":\"pawwork-session-export\",\"schema_version\":1,");
    json.append("\"diagnostics\":{\"llm_traces\":[{\"trace_id\":\"t\"}");
    for (int i = 1; i < LogImporter.MAX_RUNS + 3; i++) {
      json.append(",{\"trace_id\":\"t").append(i).append("\"}");
    }

    var runs = (Runs) read(json.append("]}}").toString());

    assertThat(runs.runs()).isEqualTo(LogImporter.MAX_RUNS);
    assertThat(runs.losses().overBound()).isEqualTo(3);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anExportWithDamagedBytes_neverThrows(long seed) throws IOException {
    var random = new Random(seed);
    byte[] whole = Files.readAllBytes(file("reload-during-a-tool.json"));

    for (int round = 0; round < 500; round++) {
      byte[] damaged = whole.clone();
      for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(result(written(damaged))).isNotNull();
    }
  }

  private ImportResult read(String text) throws IOException {
    return result(written(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Path written(byte[] bytes) throws IOException {
    return Files.write(files.resolve("log"), bytes);
  }

  private static ImportResult result(Path file) {
    return SampleExports.read(file).result();
  }
}
