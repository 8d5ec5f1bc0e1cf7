// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.privacy.Token;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that somebody else wrote, or a later version, or an enemy. */
@Timeout(300)
class RunLogReaderTest {

  private static final String HEADER =
      "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"r\",\"started_at\":\"2026-01-31T09:30:00Z\"}\n";
  private static final String STAMP = "\"at_nanos\":5,\"attempt\":1,\"vantage\":\"client\"";
  private static final Stamp STAMPED = new Stamp(5, 1, Vantage.CLIENT);

  private static String event(String type, String fields) {
    return "{\"kind\":\"event\"," + STAMP + ",\"type\":\"" + type + "\"" + fields + "}\n";
  }

  private static DecodedRunLog read(String... lines) throws RunLogFormatException {
    return RunLogCodec.decode((HEADER + String.join("", lines)).getBytes(UTF_8));
  }

  private static ReadProblem note(ReadProblem.Kind kind, long... lines) {
    return new ReadProblem(kind, lines.length, LongStream.of(lines).boxed().toList());
  }

  @Test
  void unknownTypesAndBrokenLines_areSkippedAndReported() throws Exception {
    DecodedRunLog decoded =
        read(
            event("teleported", ""),
            "{\"kind\":\"eve\n",
            "[1,2]\n",
            "{} {}\n",
            "\r\n",
            event("attempt_started", ""));

    assertThat(decoded.log().events()).containsExactly(new AttemptStarted(STAMPED));
    assertThat(decoded.problems())
        .containsExactly(
            note(ReadProblem.Kind.BROKEN_LINE, 3, 4, 5), note(ReadProblem.Kind.UNKNOWN_EVENT, 2));
    assertThat(decoded.problems().getFirst().text())
        .isEqualTo("lines skipped that are no JSON object: 3 (line 3, 4, 5)");
  }

  @Test
  void unknownFields_areIgnoredAndCounted() throws Exception {
    DecodedRunLog decoded =
        read(event("attempt_started", ",\"mood\":{\"deep\":[1,{\"a\":null}]},\"x\":1e9"));

    assertThat(decoded.log().events()).containsExactly(new AttemptStarted(STAMPED));
    assertThat(decoded.problems()).containsExactly(note(ReadProblem.Kind.UNKNOWN_FIELD, 2, 2));
  }

  @Test
  void aStringThatIsNoToken_isDropped_andNeverReported() throws Exception {
    DecodedRunLog decoded =
        read(event("tool_call_started", ",\"index\":0,\"tool\":\"my secret plan\""));

    assertThat(decoded.log().events()).containsExactly(new ToolCallStarted(STAMPED, 0, null, null));
    assertThat(decoded.problems()).containsExactly(note(ReadProblem.Kind.UNFIT_VALUE, 2));
    assertThat(decoded.toString()).doesNotContain("secret");
  }

  @Test
  void anInvalidRequiredToken_skipsTheEvent() throws Exception {
    DecodedRunLog decoded =
        read(event("correlated", ",\"correlation\":\"cf_ray\",\"value\":\"/etc/a\""));

    assertThat(decoded.log().events()).isEmpty();
    assertThat(decoded.problems())
        .containsExactly(
            note(ReadProblem.Kind.UNFIT_EVENT, 2), note(ReadProblem.Kind.UNFIT_VALUE, 2));
  }

  @Test
  void anUnknownConstant_becomesOther_whereThatExists() throws Exception {
    DecodedRunLog decoded =
        read(
            event("terminal_proven", ",\"finish\":\"enlightened\""),
            event("timer_fired", ",\"timer\":\"lunar\",\"threshold_nanos\":1"));

    assertThat(decoded.log().events()).containsExactly(new TerminalProven(STAMPED, Finish.OTHER));
    assertThat(decoded.problems())
        .extracting(ReadProblem::kind)
        .contains(ReadProblem.Kind.UNFIT_EVENT);
  }

  @Test
  void aChainOfErrors_losesOnlyTheLinkThatIsNone() throws Exception {
    DecodedRunLog decoded =
        read(
            event(
                "error_surfaced",
                ",\"chain\":[7,{\"type\":\"TypeError\",\"phrase\":\"terminated\"},{}]"));

    ErrorSurfaced surfaced = (ErrorSurfaced) decoded.log().events().getFirst();
    assertThat(surfaced.chain()).hasSize(1);
    assertThat(surfaced.chain().getFirst().type()).isEqualTo(new Token("TypeError"));
  }

  @Test
  void anIdReadBefore_isSkipped() throws Exception {
    String line = event("attempt_started", ",\"id\":9");

    DecodedRunLog decoded = read(line, line);

    assertThat(decoded.log().events()).hasSize(1);
    assertThat(decoded.problems()).containsExactly(note(ReadProblem.Kind.DUPLICATE, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"bytes\":-1",
        ",\"bytes\":99999999999999999999999999",
        ",\"bytes\":4611686018427387905",
        ",\"bytes\":1.5",
        ",\"bytes\":\"7\"",
        ",\"bytes\":null",
        ",\"bytes\":1,\"at_nanos\":-1",
        ",\"bytes\":1,\"attempt\":2147483648",
        ",\"bytes\":1,\"vantage\":\"moon\"",
        ""
      })
  void aNumberOutOfBounds_costsTheEvent(String fields) throws Exception {
    DecodedRunLog decoded = read(event("request_sent", fields));

    assertThat(decoded.log().events()).isEmpty();
    assertThat(decoded.problems())
        .extracting(ReadProblem::kind)
        .contains(ReadProblem.Kind.UNFIT_EVENT);
  }

  @Test
  void anOverlongLine_isSkippedWithoutBuffering() throws Exception {
    String longest = "x".repeat(RunLogCodec.MAX_LINE_BYTES);

    DecodedRunLog decoded = read(longest + "x\n", longest + "\n", event("attempt_started", ""));

    assertThat(decoded.log().events()).hasSize(1);
    assertThat(decoded.problems())
        .containsExactly(
            note(ReadProblem.Kind.BROKEN_LINE, 3), note(ReadProblem.Kind.LONG_LINE, 2));
  }

  @Test
  void deepNesting_isABrokenLine() throws Exception {
    DecodedRunLog decoded = read("{\"a\":" + "[".repeat(60_000) + "\n");

    assertThat(decoded.problems()).containsExactly(note(ReadProblem.Kind.BROKEN_LINE, 2));
  }

  @Test
  void moreEventsThanAnAttemptMayHave_areCountedAsDropped() throws Exception {
    String line = event("attempt_started", "");

    DecodedRunLog decoded = read(line.repeat(RunLogCodec.MAX_EVENTS_PER_ATTEMPT + 3));

    assertThat(decoded.log().events()).hasSize(RunLogCodec.MAX_EVENTS_PER_ATTEMPT);
    assertThat(decoded.log().dropped()).isEqualTo(3);
    assertThat(decoded.problems()).extracting(ReadProblem::count).containsExactly(3L);
  }

  @Test
  void moreAttemptsThanARunMayHave_doNotGrow() throws Exception {
    String[] lines =
        IntStream.range(1, RunLogCodec.MAX_ATTEMPTS + 3)
            .mapToObj(n -> event("attempt_started", ",\"attempt\":" + n))
            .toArray(String[]::new);

    DecodedRunLog decoded = read(lines);

    assertThat(decoded.log().events()).hasSize(RunLogCodec.MAX_ATTEMPTS);
    assertThat(decoded.log().dropped()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "hello\n",
        "{}",
        "{\"lastbyte\":1,\"kind\":\"session\"}",
        "{\"lastbyte\":1,\"kind\":\"run\"}",
        "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"not a token\"}",
        "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"r\",\"started_at\":\"yesterday\"}",
        "{\"lastbyte\":1,\"kind\":\"run\",\"run\":\"r\",\"started_at\":\"+999999999-01-01T00:00:00Z\"}"
      })
  void inputThatIsNoRunLog_isRefused(String text) {
    assertThatThrownBy(() -> RunLogCodec.decode(text.getBytes(UTF_8)))
        .isInstanceOf(RunLogFormatException.class)
        .hasMessageStartingWith("not a run log: ");
  }

  @Test
  void anotherVersion_isRefused_namingBoth() {
    assertThatThrownBy(() -> RunLogCodec.decode("{\"lastbyte\":7}".getBytes(UTF_8)))
        .hasMessage("a run log of version 7 cannot be read here: the version must be 1 to 2");
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void damagedBytes_throwFormatExceptionsOnly(long seed) throws Exception {
    byte[] bytes = RunLogCodec.encode(new RandomLogs(seed).next());
    Random random = new Random(seed);
    int headerEnd = new String(bytes, UTF_8).indexOf('\n') + 1;
    for (int i = 0; i < 40; i++) {
      bytes[headerEnd + random.nextInt(bytes.length - headerEnd)] = (byte) random.nextInt();
    }

    List<ReadProblem> problems = RunLogCodec.decode(bytes).problems();

    assertThat(problems).isNotEmpty();
  }
}
