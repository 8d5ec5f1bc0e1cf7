// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.LifeEvent.ProcessLost;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.ReportJson;
import dev.lastbyte.report.ReportMarkdown;
import dev.lastbyte.report.RunReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of events that somebody else wrote, by the rules or not. */
@Timeout(300)
class EventFileTest {

  private final List<DecodedRunLog> runs = new ArrayList<>();

  private List<ReadProblem> read(String... lines) throws IOException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
    return EventFile.read(new ByteArrayInputStream(bytes), runs::add);
  }

  private static String header(String run) {
    return "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"%s\",".formatted(run)
        + "\"started_at\":\"2026-01-31T09:30:00Z\"}";
  }

  private static String event(int id, long atNanos) {
    return "{\"kind\":\"event\",\"id\":%d,\"at_nanos\":%d,\"attempt\":1,".formatted(id, atNanos)
        + "\"vantage\":\"client\",\"type\":\"attempt_started\"}";
  }

  private List<String> names() {
    return runs.stream().map(run -> run.log().header().run().value()).toList();
  }

  @Test
  void eachHeader_beginsANewRun() throws IOException {
    List<ReadProblem> outside =
        read(header("a"), event(1, 0), header("b"), event(1, 0), event(2, 1), header("c"));

    assertThat(outside).isEmpty();
    assertThat(names()).containsExactly("a", "b", "c");
    assertThat(runs).extracting(run -> run.log().events().size()).containsExactly(1, 2, 0);
    assertThat(runs).flatExtracting(DecodedRunLog::problems).isEmpty();
  }

  @Test
  void eventsWithoutAHeader_areARunOfTheirOwn_andReported() throws IOException {
    read("{\"some\":\"thing\"}", event(1, 0), event(2, 1), header("b"), event(1, 0));

    assertThat(names()).containsExactly("events-1", "b");
    assertThat(runs.getFirst().log().events()).hasSize(2);
    assertThat(runs.getFirst().problems())
        .containsExactly(new ReadProblem(ReadProblem.Kind.MISSING_HEADER, 1, List.of(2L)));
  }

  @Test
  void anUnusableHeader_isTreatedAsMissing() throws IOException {
    List<ReadProblem> outside =
        read("{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"a b\"}", event(1, 0));

    assertThat(names()).containsExactly("events-1");
    assertThat(outside)
        .containsExactly(new ReadProblem(ReadProblem.Kind.UNFIT_HEADER, 1, List.of(1L)));
  }

  @Test
  void aRunOfAnotherVersion_isPassedOver_andTheNextIsRead() throws IOException {
    List<ReadProblem> outside =
        read(header("a"), "{\"lastbyte\":3}", event(1, 0), "{\"x\":1}", header("c"), event(1, 0));

    assertThat(names()).containsExactly("a", "c");
    assertThat(outside)
        .containsExactly(new ReadProblem(ReadProblem.Kind.UNKNOWN_VERSION, 3, List.of(2L, 3L, 4L)));
  }

  @Test
  void eventsOutOfOrder_areOrdered_andDuplicatesSkipped() throws IOException {
    read(header("a"), event(2, 9), event(1, 3), event(2, 9));

    assertThat(runs.getFirst().log().events())
        .extracting(RunEvent::atNanos)
        .containsExactly(3L, 9L);
    assertThat(runs.getFirst().problems())
        .containsExactly(
            new ReadProblem(ReadProblem.Kind.DUPLICATE, 1, List.of(4L)),
            new ReadProblem(ReadProblem.Kind.OUT_OF_ORDER, 1, List.of(3L)));
  }

  private static String tool(String run, long atNanos) {
    return "{\"kind\":\"event\",\"run\":\"%s\",\"at_nanos\":%d,".formatted(run, atNanos)
        + "\"attempt\":1,\"vantage\":\"agent\",\"type\":\"tool_started\",\"call\":\"c\","
        + "\"effect\":\"process\"}";
  }

  @Test
  void severalHeadersOfOneRun_andEventsThatNameIt_areOneRun() throws IOException {
    read(
        header("a"), event(1, 0), header("b"), event(1, 0), header("a"), event(9, 5), tool("a", 7));

    assertThat(names()).containsExactly("a", "b");
    assertThat(runs).extracting(run -> run.log().events().size()).containsExactly(3, 1);
    assertThat(runs).extracting(run -> run.log().dropped()).containsExactly(0L, 0L);
  }

  @Test
  void lineThatCannotBeRead_mayBeOfAnyRunOfAMixedFile() throws IOException {
    read(header("a"), event(1, 0), header("b"), event(1, 0), tool("a", 7), "{\"kind\":\"event\",");

    assertThat(runs).extracting(run -> run.log().dropped()).containsExactly(1L, 1L);
  }

  @Test
  void overlongAttempt_keepsItsToolsAndItsEnd() throws IOException {
    List<String> lines = new ArrayList<>(List.of(header("a"), event(1, 0)));
    for (int i = 0; i < 500; i++) {
      lines.add(event(2 + i, 1 + i).replace("attempt_started", "connected"));
      if (i == 200) {
        lines.add(tool("a", 201));
      }
    }
    lines.add(event(900, 600).replace("attempt_started", "process_lost"));
    read(lines.toArray(String[]::new));

    List<RunEvent> kept = runs.getFirst().log().events();
    assertThat(kept.getLast()).isInstanceOf(ProcessLost.class);
    assertThat(kept).hasAtLeastOneElementOfType(ToolStarted.class);
    assertThat(runs.getFirst().log().dropped()).isEqualTo(503 - kept.size());
  }

  @Test
  void aFileWithoutEvents_hasNoRuns() throws IOException {
    List<ReadProblem> outside = read("hello", "{\"a\":1}", "[" + "[".repeat(60_000));

    assertThat(runs).isEmpty();
    assertThat(outside)
        .containsExactly(
            new ReadProblem(ReadProblem.Kind.BROKEN_LINE, 2, List.of(1L, 3L)),
            new ReadProblem(ReadProblem.Kind.UNKNOWN_EVENT, 1, List.of(2L)));
  }

  @Test
  void moreRunsThanAFileMayHold_areCounted() throws IOException {
    String[] headers = new String[EventFile.MAX_RUNS + 3];
    Arrays.setAll(headers, number -> header("run-" + number));

    List<ReadProblem> outside = read(headers);

    assertThat(runs).hasSize(EventFile.MAX_RUNS);
    assertThat(outside).extracting(ReadProblem::count).containsExactly(3L);
  }

  @Test
  void millionsOfLines_takeNoMoreThanARun() throws IOException {
    byte[] line = (event(1, 0).replace("\"id\":1,", "") + "\n").getBytes(UTF_8);
    long lines = 1_000_000;

    EventFile.read(new Repeated(line, lines * line.length), runs::add);

    RunLog log = runs.getFirst().log();
    assertThat(log.events()).hasSize(RunLogCodec.MAX_EVENTS_PER_ATTEMPT);
    assertThat(log.dropped()).isEqualTo(lines - RunLogCodec.MAX_EVENTS_PER_ATTEMPT);
  }

  @Test
  void aLineThatDoesNotEnd_isReadAsFarAsAFileIs() throws IOException {
    var endless = new Repeated(new byte[] {'x'}, Long.MAX_VALUE);

    List<ReadProblem> outside = new EventFileReader(endless, 10_000_000, runs::add).read();

    assertThat(outside)
        .containsExactly(
            new ReadProblem(ReadProblem.Kind.LONG_LINE, 1, List.of(1L)),
            new ReadProblem(ReadProblem.Kind.CUT, 1, List.of(2L)));
  }

  /** The same bytes over and over. */
  private static final class Repeated extends InputStream {

    private final byte[] bytes;
    private final long most;
    private long at;

    Repeated(byte[] bytes, long most) {
      this.bytes = bytes;
      this.most = most;
    }

    @Override
    public int read() {
      return at == most ? -1 : bytes[(int) (at++ % bytes.length)];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = (int) Math.min(length, most - at);
      for (int i = 0; i < count; i++) {
        into[from + i] = bytes[(int) ((at + i) % bytes.length)];
      }
      at += count;
      return count == 0 ? -1 : count;
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsDoneToAFile_itsRunsAreReadAndReported(long seed) throws IOException {
    EventFile.read(new ByteArrayInputStream(disturbed(new Random(seed))), runs::add);

    for (DecodedRunLog run : runs) {
      RunReport report = RunReport.of(run.log());
      assertThat(report.diagnosis().code()).isNotEmpty();
      assertThat(ReportJson.of(report)).isNotEmpty();
      assertThat(ReportMarkdown.of(report)).isNotEmpty();
    }
  }

  private static byte[] disturbed(Random random) {
    var file = new ByteArrayOutputStream();
    for (int run = 0; run < 4; run++) {
      String log = new String(RunLogCodec.encode(new RandomLogs(random.nextLong()).next()), UTF_8);
      log.lines()
          .map(line -> disturbed(line, random))
          .forEach(line -> file.writeBytes((line + "\n").getBytes(UTF_8)));
    }
    byte[] bytes = file.toByteArray();
    for (int i = random.nextInt(60); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static String disturbed(String line, Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> line + "\n" + line;
      case 1 -> "";
      case 2 -> line.replaceAll("\\d+", "4611686018427387904");
      case 3 -> line.replaceAll("\\d+", "-1");
      case 4 -> line.replace("\"lastbyte\":2", "\"lastbyte\":3");
      case 5 -> line.replaceAll("\"attempt\":\\d+", "\"attempt\":" + random.nextInt());
      case 6 -> line.substring(random.nextInt(line.length() + 1));
      case 7 -> line.replace("}", ",\"deep\":" + "[".repeat(random.nextInt(3_000)) + "}");
      case 8 -> line.replaceAll("\"at_nanos\":\\d+", "\"at_nanos\":" + (random.nextLong() >>> 1));
      default -> line;
    };
  }
}
