// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.event.LifeEvent.Aftermath;
import dev.lastbyte.core.event.LifeEvent.ShadowDrained;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

  @Test
  void diagnosisLine_hasTheFieldsThatOthersScriptAgainst() throws IOException {
    String line = DiagnosisJson.line(RunReport.of(Runs.cutInText()));

    assertThat(line).doesNotContain("\n");
    assertThat(topLevelFields(line))
        .contains(
            "run",
            "started_at",
            "provider",
            "model",
            "attempts",
            "code",
            "headline",
            "cause",
            "phase",
            "origin",
            "confidence",
            "delivery",
            "exposure",
            "retry_safety",
            "recovery",
            "summary",
            "evidence",
            "counter_evidence",
            "missing",
            "clocks",
            "closed",
            "correlation",
            "rule_set")
        .doesNotHaveDuplicates();
    assertThat(line)
        .contains("\"code\":\"stream.premature_eof@text/provider\"")
        .contains("\"closed\":{\"by\":\"provider\",\"how\":\"fin\"}")
        .contains("\"byte_silence_ms\":100.0")
        .contains("\"correlation\":{\"request_id\":\"req_1\"}");
  }

  @Test
  void aRunOfALostProcess_isNotReportedAsEndedAtItsLastEvent() {
    String markdown = ReportMarkdown.of(RunReport.of(Runs.startOnly()));

    assertThat(markdown)
        .startsWith("# Failed, and the evidence says too little")
        .contains("What was recorded of it ends before anything was dialled; it may have gone")
        .doesNotContain("It ended");
  }

  @Test
  void markdown_beginsWithWhatAPersonNeeds() {
    String markdown = ReportMarkdown.of(RunReport.of(Runs.cutInText()));

    assertThat(markdown)
        .startsWith("# Failed in the middle of the response\n")
        .contains("closed the connection before the response was whole")
        .contains("Retry only after a person has agreed.")
        .contains("| closed first by | the provider's side, with a FIN |")
        .contains("text x 42, 8,000 bytes over 1.50 s");
  }

  @Test
  void whatTheBoundsLetGo_isSaid() {
    RunLog whole = Runs.cutInText();
    RunReport incomplete = RunReport.of(new RunLog(whole.header(), whole.events(), 3));

    assertThat(ReportMarkdown.of(RunReport.of(whole))).doesNotContain("not recorded");
    assertThat(ReportMarkdown.of(incomplete))
        .contains("| not recorded | 3 events beyond the bounds |");
    assertThat(ReportJson.of(incomplete)).contains("\"events_dropped\":3");
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 'Had the client stayed, it would have had the whole response 3.20 s later.'",
    "CUT, 'Had the client stayed, the response would have broken off 3.20 s later.'",
    "STILL_GOING, 'Had the client stayed, it would have been waiting still 3.20 s later.'"
  })
  void outcomeOfTheDrainedResponse_isReported(Aftermath aftermath, String sentence) {
    Stamp at = new Stamp(6_000_000_000L, 1, Vantage.GATEWAY_UP);
    RunLog log =
        Runs.leftByItsClient()
            .plus(List.of(new ShadowDrained(at, aftermath, 3_200_000_000L, 4_096)));

    assertThat(ReportMarkdown.of(RunReport.of(log)))
        .contains(sentence)
        .contains("read on without the client for 3.20 s: ")
        .contains(", 4,096 bytes more");
    assertThat(ReportMarkdown.of(RunReport.of(Runs.leftByItsClient()))).doesNotContain("stayed");
  }

  @Test
  void evidenceQuotesItsEvent() {
    String line = DiagnosisJson.line(RunReport.of(Runs.cutInText()));

    assertThat(line)
        .contains(
            "the provider's side closed first (event 10, gateway-up, +2.00 s: peer closed: fin"
                + " after 8,400 bytes in, 812 bytes out)");
  }

  @Test
  void reportOfTheLargestRun_staysWithinItsBound() throws IOException {
    String json = ReportJson.of(RunReport.of(Runs.huge(40)));

    assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(32 * 1024);
    assertThat(topLevelFields(json)).contains("timeline");
  }

  @Test
  void timelineKeepsBothEndsAndEveryAnchorThatFits_andSaysWhatItLeftOut() {
    var log = Runs.huge(2);
    List<Timeline.Entry> entries = Timeline.of(log);

    int leftOut =
        entries.stream()
            .mapToInt(entry -> entry instanceof Timeline.Entry.Gap gap ? gap.events() : 0)
            .sum();
    long kept = entries.stream().filter(Timeline.Entry.Kept.class::isInstance).count();
    assertThat(entries).hasSizeLessThanOrEqualTo(Timeline.MAX_ENTRIES);
    assertThat(kept + leftOut).isEqualTo(log.events().size());
    assertThat(entries.getFirst()).isInstanceOf(Timeline.Entry.Kept.class);
    assertThat(entries.getLast())
        .isEqualTo(new Timeline.Entry.Kept(log.events().size(), log.events().getLast()));
  }

  @Test
  void aShortTimelineIsWhole() {
    var log = Runs.cutInText();

    assertThat(Timeline.of(log)).hasSize(log.events().size());
  }

  private static List<String> topLevelFields(String json) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return names;
  }
}
