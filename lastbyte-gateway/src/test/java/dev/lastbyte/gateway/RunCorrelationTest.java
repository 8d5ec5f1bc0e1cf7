// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.ChatFixture.ASK;
import static dev.lastbyte.gateway.ChatFixture.ask;
import static dev.lastbyte.gateway.ChatFixture.askAt;
import static dev.lastbyte.gateway.ChatFixture.call;
import static dev.lastbyte.gateway.ChatFixture.completion;
import static dev.lastbyte.gateway.ChatFixture.finish;
import static dev.lastbyte.gateway.ChatFixture.idOf;
import static dev.lastbyte.gateway.ChatFixture.link;
import static dev.lastbyte.gateway.ChatFixture.question;
import static dev.lastbyte.gateway.ChatFixture.stored;
import static dev.lastbyte.gateway.ChatFixture.text;
import static dev.lastbyte.gateway.ChatFixture.toolTurn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.RequestEvent.ConversationSeen;
import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ToolEvent.ToolRepeated;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ClientPattern;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.core.session.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that belong together, by what clients send. */
@Timeout(300)
class RunCorrelationTest {

  @TempDir private Path dir;

  private static Cause causeOf(RunLog log) {
    return Diagnoser.diagnose(RunFacts.of(log)).cause();
  }

  @Test
  void sameQuestionAfterACut_isARetry_whateverTheJsonSpelling() throws Exception {
    String respelled = question(ASK).replace(":", " : ").replace("what", "\\u0077hat");
    try (var provider =
            RawProvider.playing(
                completion(text("it")),
                completion(text("i")),
                completion(text("six"), finish("stop")));
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog first = ask(bed, question(ASK));
      RunLog second = ask(bed, respelled);
      RunLog third = ask(bed, question(ASK));

      assertThat(first.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(link(second).link()).isEqualTo(Link.RETRY);
      assertThat(link(second).basis()).isEqualTo(LinkBasis.CONVERSATION);
      assertThat(link(second).earlier()).isEqualTo(idOf(first));
      assertThat(link(second).number()).isEqualTo(2);
      assertThat(link(third).earlier()).isEqualTo(idOf(second));
      assertThat(link(third).number()).isEqualTo(3);
      assertThat(link(third).afterNanos()).isPositive();
      assertThat(ConversationPosition.of(third).session()).isEqualTo(idOf(first));
    }
  }

  @Test
  void conversationHash_differsBetweenKeys() throws Exception {
    try (var provider = RawProvider.playing(completion(text("i")), completion(text("i")));
        var one = TestBed.forProvider(dir.resolve("one"), provider);
        var other = TestBed.forProvider(dir.resolve("other"), provider)) {

      var here = TestBed.only(ask(one, question(ASK)), ConversationSeen.class);
      var there = TestBed.only(ask(other, question(ASK)), ConversationSeen.class);

      assertThat(here.messages()).isEqualTo(1);
      assertThat(here.conversation()).isNotEqualTo(there.conversation());
    }
  }

  @Test
  void sameQuestionAfterACompleteResponse_isARepeat_unlessTheRetryCountSaysRetry()
      throws Exception {
    var whole = completion(text("six"), finish("stop"));
    try (var provider = RawProvider.playing(whole, whole, whole);
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog first = ask(bed, question(ASK));
      RunLog repeat = ask(bed, question(ASK));
      RunLog counted = ask(bed, question(ASK), "X-Stainless-Retry-Count: 1\r\n");

      assertThat(link(repeat).link()).isEqualTo(Link.REPEAT);
      assertThat(link(repeat).earlier()).isEqualTo(idOf(first));
      assertThat(ConversationPosition.of(repeat).session()).isEqualTo(idOf(repeat));
      assertThat(link(counted).link()).isEqualTo(Link.RETRY);
      assertThat(link(counted).basis()).isEqualTo(LinkBasis.RETRY_COUNT);
    }
  }

  @Test
  void otherModelOrSession_isNotLinked() throws Exception {
    try (var provider =
            RawProvider.playing(
                completion(text("i")), completion(text("i")), completion(text("i")));
        var bed = TestBed.forProvider(dir, provider)) {

      ask(bed, question(ASK), "session-id: one\r\n");
      RunLog model = ask(bed, question(ASK).replace("\"m\"", "\"n\""), "session-id: one\r\n");
      RunLog session = ask(bed, question(ASK), "session-id: two\r\n");

      assertThat(model.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(session.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(ConversationPosition.of(session).session()).isEqualTo(new Token("two"));
    }
  }

  @Test
  void anotherUpstream_isAskedAnotherQuestion_whateverItsWords() throws Exception {
    try (var provider =
            RawProvider.playing(
                completion(text("i")), completion(text("i")), completion(text("i")));
        var bed =
            TestBed.with(
                dir,
                TestBed.local(provider.port()),
                options ->
                    options.upstreams(
                        List.of(
                            new Upstream("up", TestBed.local(provider.port())),
                            new Upstream("other", TestBed.local(provider.port())))))) {

      ask(bed, question(ASK));
      RunLog elsewhere = askAt("other", bed, question(ASK));
      RunLog again = askAt("other", bed, question(ASK));

      assertThat(elsewhere.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(link(again).earlier()).isEqualTo(idOf(elsewhere));
    }
  }

  @Test
  void clientThatNamesNoSession_joinsNoNamedOne() throws Exception {
    var cut = completion(text("i"));
    try (var provider = RawProvider.playing(cut, cut, cut, cut);
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog named = ask(bed, question(ASK), "session-id: one\r\n");
      RunLog unnamed = ask(bed, question(ASK));
      RunLog namedAgain = ask(bed, question(ASK), "session-id: one\r\n");
      RunLog unnamedAgain = ask(bed, question(ASK));

      assertThat(unnamed.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(ConversationPosition.of(unnamed).session()).isEqualTo(idOf(unnamed));
      assertThat(link(namedAgain).earlier()).isEqualTo(idOf(named));
      assertThat(link(unnamedAgain).earlier()).isEqualTo(idOf(unnamed));
    }
  }

  @Test
  void stepWithoutAName_goesOnFromNoNamedSession() throws Exception {
    try (var provider =
            RawProvider.playing(
                completion(call("call_1"), finish("tool_calls")),
                completion(text("x"), finish("stop")));
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog named = ask(bed, question(ASK), "session-id: one\r\n");
      String[] tool = toolTurn("call_1");
      RunLog step = ask(bed, question(ASK, tool[0], tool[1]));

      assertThat(step.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(stored(bed, named).events()).noneMatch(ToolResultSent.class::isInstance);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "User-Agent: agent/1, User-Agent: agent/2",
    "Authorization: Bearer aaa, Authorization: Bearer bbb",
    "x-api-key: aaa, x-api-key: bbb",
    "x-goog-api-key: aaa, x-goog-api-key: bbb",
    "Authorization: AWS4-HMAC-SHA256 Credential=AAA/day; Signature=1,"
        + " Authorization: AWS4-HMAC-SHA256 Credential=BBB/day; Signature=1",
  })
  void twoClientsThatNameNoSession_areTwoSessions_eachOnEveryConnectionOfItsOwn(
      String one, String other) throws Exception {
    var cut = completion(text("i"));
    try (var provider = RawProvider.playing(cut, cut, cut, cut);
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog first = ask(bed, question(ASK), one + "\r\n");
      RunLog ofOther = ask(bed, question(ASK), other + "\r\n");
      RunLog again = ask(bed, question(ASK), one + "\r\n");
      RunLog ofOtherAgain = ask(bed, question(ASK), other + "\r\n");

      assertThat(ofOther.events()).noneMatch(RunLinked.class::isInstance);
      assertThat(link(again).earlier()).isEqualTo(idOf(first));
      assertThat(ConversationPosition.of(again).session()).isEqualTo(idOf(first));
      assertThat(link(ofOtherAgain).earlier()).isEqualTo(idOf(ofOther));
    }
  }

  @Test
  void signedRequests_areOfOneClient_whateverTheirSignatures() throws Exception {
    String signed = "Authorization: AWS4-HMAC-SHA256 Credential=AAA/day, Signature=%d\r\n";
    try (var provider = RawProvider.playing(completion(text("i")), completion(text("i")));
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog first = ask(bed, question(ASK), signed.formatted(1));
      RunLog again = ask(bed, question(ASK), signed.formatted(2));

      assertThat(link(again).earlier()).isEqualTo(idOf(first));
    }
  }

  @Test
  void credential_isKeptAsAKeyedHashOnly_andOnlyWhereNoSessionIsNamed() throws Exception {
    String secret = "Authorization: Bearer aaa\r\n";
    try (var provider = RawProvider.playing(completion(text("i")), completion(text("i")));
        var bed = TestBed.forProvider(dir, provider)) {

      var unnamed = TestBed.only(ask(bed, question(ASK), secret), ConversationSeen.class);
      var named =
          TestBed.only(
              ask(bed, question(ASK), secret, "session-id: one\r\n"), ConversationSeen.class);

      assertThat(unnamed.client()).isNotNull();
      assertThat(unnamed.client().value()).startsWith("h:").doesNotContain("aaa");
      assertThat(named.client()).isNull();
    }
  }

  @Test
  void correlationHeaders_linkRuns_whateverTheBody() throws Exception {
    try (var provider =
            RawProvider.playing(
                completion(text("i")), completion(text("i")), completion(text("i")));
        var bed = TestBed.forProvider(dir, provider)) {

      ask(bed, "{}", "x-lastbyte-run: turn-1\r\n");
      RunLog again = ask(bed, "[]", "x-lastbyte-run: turn-1\r\n");
      RunLog counted =
          ask(bed, question(ASK), "x-stainless-retry-count: 2\r\n", "x-lastbyte-session: s\r\n");

      assertThat(link(again).link()).isEqualTo(Link.RETRY);
      assertThat(link(again).basis()).isEqualTo(LinkBasis.CALLER_RUN);
      assertThat(link(counted).earlier()).isNull();
      assertThat(link(counted).number()).isEqualTo(3);
      assertThat(ConversationPosition.of(counted).session()).isEqualTo(new Token("s"));
    }
  }

  @Test
  void toolResultInNextRequest_provesThatTheToolRan() throws Exception {
    try (var provider =
            RawProvider.playing(
                completion(call("call_1"), finish("tool_calls")),
                completion(text("x"), finish("stop")));
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog first = ask(bed, question(ASK));
      String[] tool = toolTurn("call_1");
      RunLog step = ask(bed, question(ASK, tool[0], tool[1]));

      assertThat(link(step).link()).isEqualTo(Link.STEP);
      assertThat(link(step).number()).isEqualTo(2);
      assertThat(link(step).earlier()).isEqualTo(idOf(first));
      assertThat(TestBed.only(stored(bed, first), ToolResultSent.class).call())
          .isEqualTo(new Token("call_1"));
    }
  }

  @Test
  void toolThatRanBeforeAndAfterARetry_isADuplicateEffect() throws Exception {
    try (var provider =
            RawProvider.playing(
                completion(call("call_1")),
                completion(call("call_2"), finish("tool_calls")),
                completion(text("x"), finish("stop")));
        var bed = TestBed.forProvider(dir, provider)) {

      RunLog cut = ask(bed, question(ASK));
      RunLog retry = ask(bed, question(ASK));
      String[] tools = toolTurn("call_1", "call_2");
      RunLog step = ask(bed, question(ASK, tools[0], tools[1], tools[2], tools[3]));

      RunLog twice = stored(bed, retry);
      assertThat(TestBed.only(twice, ToolRepeated.class).earlier()).isEqualTo(idOf(cut));
      assertThat(causeOf(twice)).isEqualTo(Cause.TOOL_DUPLICATE_EFFECT);
      Token session = ConversationPosition.of(step).session();
      assertThat(Session.of(bed.store().runs().ofSession(session, 100)).patterns())
          .contains(new ClientPattern.RanAgain(idOf(retry), idOf(cut)));
    }
  }

  @Test
  void continuingFromTruncatedResponses_isALoop() throws Exception {
    RawProvider.Script truncated = completion(text("par"));
    try (var provider = RawProvider.playing(truncated, truncated, truncated, truncated);
        var bed = TestBed.forProvider(dir, provider)) {

      String partial = "{\"role\":\"assistant\",\"content\":\"par\"}";
      RunLog first = ask(bed, question(ASK));
      ask(bed, question(ASK, partial));
      ask(bed, question(ASK, partial, partial));
      RunLog last = ask(bed, question(ASK, partial, partial, partial));

      List<RunLog> session =
          bed.store().runs().ofSession(ConversationPosition.of(last).session(), 100);
      assertThat(session).hasSize(4);
      assertThat(Session.of(session).patterns())
          .containsExactly(new ClientPattern.Looped(idOf(first), 4, causeOf(first)));
      assertThat(causeOf(first)).isEqualTo(Cause.STREAM_SILENT_TRUNCATION);
    }
  }
}
