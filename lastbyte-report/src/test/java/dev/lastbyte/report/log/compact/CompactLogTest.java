// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent.HostSlept;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.AdvicePlace;
import dev.lastbyte.core.event.ResponseEvent.RetryAdvised;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.ToolEvent.ToolMaterialised;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.report.log.DecodedRunLog;
import dev.lastbyte.report.log.RandomLogs;
import dev.lastbyte.report.log.ReadProblem;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.report.rules.RandomStories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is spelled compactly reads as NDJSON, byte for byte as if it had been spelled so. */
@Timeout(300)
class CompactLogTest {

  private static final RunHeader HEADER =
      new RunHeader(new Token("r-7"), 1_769_851_800_000L, new Token("openai"));

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static void readsAsNdjson(RunLog log) throws RunLogFormatException {
    byte[] compact = CompactLog.encode(log);

    assertThat(CompactDictionary.current().text(compact)).isEqualTo(RunLogCodec.encode(log));
    assertThat(CompactDictionary.current().header(compact)).isEqualTo(log.header());
  }

  private static Stamp at(long nanos) {
    return new Stamp(nanos, 1, Vantage.GATEWAY_UP);
  }

  private static RunLog log(RunEvent... events) {
    return new RunLog(HEADER, List.of(events), 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyEvent_readsAsNdjson(long seed) throws Exception {
    readsAsNdjson(new RandomLogs(seed).next());
  }

  @ParameterizedTest(name = "{0} percent missing")
  @ValueSource(ints = {0, 100})
  void everyEvent_withAllThatItCanHave_andWithNothing_readsAsNdjson(int percent) throws Exception {
    for (RunEvent event : new RandomLogs(1, percent).next().events()) {
      readsAsNdjson(log(event));
    }
  }

  @Test
  void everyStory_readsAsNdjson() throws Exception {
    for (long seed = 0; seed < 2_000; seed++) {
      readsAsNdjson(new RandomStories(seed).next().log());
    }
  }

  @Test
  void aRunWithoutEvents_readsAsNdjson() throws Exception {
    readsAsNdjson(new RunLog(new RunHeader(new Token("r"), 0, null), List.of(), 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 127, 128, RunLogCodec.MAX_NUMBER, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void extremeNumbers_readAsNdjson(long number) throws Exception {
    readsAsNdjson(new RunLog(new RunHeader(new Token("r"), number, null), List.of(), number));
    readsAsNdjson(
        log(
            new RequestSent(at(0), number),
            new RetryAdvised(at(1), AdvicePlace.values()[0], number, Known.NO),
            new HostSlept(at(Math.max(0, number)), number)));
  }

  @Test
  void theLastAttemptThereCanBe_readsAsNdjson() throws Exception {
    for (Vantage vantage : Vantage.values()) {
      readsAsNdjson(log(new RunEnded(new Stamp(5, Integer.MAX_VALUE, vantage))));
    }
  }

  @Test
  void theLongestTokens_andChains_readAsNdjson() throws Exception {
    var longest = new Token("ab-".repeat(43).substring(0, Token.MAX_LENGTH));
    var link = new ErrorLink(longest, null, KnownPhrase.values()[0]);
    readsAsNdjson(
        new RunLog(
            new RunHeader(longest, 1, longest),
            List.of(
                new ToolMaterialised(at(1), longest),
                new ErrorSurfaced(at(2), Collections.nCopies(5, link)),
                new ErrorSurfaced(at(3), List.of())),
            0));
  }

  @Test
  void asManyEventsAsAreRead_readAsNdjson() throws Exception {
    List<RunEvent> events = new ArrayList<>();
    for (int i = 0; i < RunLogCodec.MAX_EVENTS; i++) {
      events.add(new RequestSent(new Stamp(i * 1_000L, i / 256, Vantage.CLIENT), i));
    }
    readsAsNdjson(new RunLog(HEADER, events, 0));
  }

  @Test
  void anEvent_takesAFewBytes() {
    RunLog log = log(new RequestSent(at(120), 5_120), new RunEnded(at(900)));

    assertThat(CompactLog.encode(log)).hasSizeLessThan(RunLogCodec.encode(log).length / 8);
  }

  @Test
  void theOwnDictionary_isReadFromItsLine() throws Exception {
    byte[] line = CompactDictionary.current().line();
    RunLog log = new RandomLogs(1).next();
    byte[] spaced = (" " + new String(line, UTF_8)).getBytes(UTF_8);

    assertThat(CompactDictionary.read(line)).isSameAs(CompactDictionary.current());
    assertThat(line).hasSizeLessThan(RunLogCodec.MAX_LINE_BYTES / 2);
    assertThat(CompactDictionary.read(spaced).line()).isEqualTo(line);
    assertThat(CompactDictionary.read(spaced).text(CompactLog.encode(log)))
        .isEqualTo(RunLogCodec.encode(log));
  }

  /** Types, fields, vantages in another order, and more of each, as well as of the words. */
  private static final String OF_A_LATER_VERSION =
      """
      {"later":1,"vantages":["satellite","gateway-up"],"events":[\
      {"type":"beamed","fields":[{"name":"by","holds":"word","words":["laser"]}]},\
      {"type":"dial_failed","fields":[\
      {"name":"tries","holds":"number"},\
      {"name":"links","holds":"list","fields":[{"name":"hot","holds":"flag"}]},\
      {"name":"why","holds":"word","words":["eclipse","refused"]}]}]}\
      """;

  @Test
  void aLogOfALaterVersion_readsAsItsNdjsonWould() throws Exception {
    var later = new CompactBuffer();
    later.text("r-9");
    later.signed(0);
    later.text("");
    later.number(0);
    numbers(later, 0, 10, 2, 1); // beamed, by laser, seen by the satellite
    numbers(later, 1, 20, 3, 7, 2, 1, 0, 2); // dial_failed: refused
    numbers(later, 1, 30, 3, 8, 0, 1); // dial_failed: eclipse

    byte[] text =
        CompactDictionary.read(OF_A_LATER_VERSION.getBytes(UTF_8)).text(later.toByteArray());

    assertThat(new String(text, UTF_8))
        .isEqualTo(
            """
            {"lastbyte":2,"kind":"run","run":"r-9","started_at":"1970-01-01T00:00:00.000Z","dropped":0}
            {"kind":"event","id":1,"at_nanos":10,"attempt":1,"vantage":"satellite","type":"beamed","by":"laser"}
            {"kind":"event","id":2,"at_nanos":30,"attempt":1,"vantage":"gateway-up","type":"dial_failed",\
            "tries":7,"links":[{"hot":true},{"hot":false}],"why":"refused"}
            {"kind":"event","id":3,"at_nanos":60,"attempt":1,"vantage":"gateway-up","type":"dial_failed",\
            "tries":8,"links":[],"why":"eclipse"}
            """);
    DecodedRunLog decoded = RunLogCodec.decode(text);
    assertThat(decoded.log().events()).hasSize(2);
    assertThat(decoded.problems())
        .extracting(ReadProblem::kind)
        .containsExactly(ReadProblem.Kind.UNKNOWN_EVENT, ReadProblem.Kind.UNKNOWN_FIELD);
  }

  private static void numbers(CompactBuffer out, long... numbers) {
    for (long number : numbers) {
      out.number(number);
    }
  }

  @Test
  void anUnknownRunId_isNoHeader() {
    var buffer = new CompactBuffer();
    buffer.text("not a token");
    numbers(buffer, 0, 0, 0);

    assertThatThrownBy(() -> CompactDictionary.current().header(buffer.toByteArray()))
        .isInstanceOf(RunLogFormatException.class)
        .hasMessageContaining("must be a token");
  }
}
