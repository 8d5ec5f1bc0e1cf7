// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import static dev.lastbyte.gateway.ChatFixture.ASK;
import static dev.lastbyte.gateway.ChatFixture.ask;
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

import dev.lastbyte.core.event.RequestEvent.Link;
import dev.lastbyte.core.event.RequestEvent.LinkBasis;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.event.ToolEvent.ToolResultSent;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.session.ConversationPosition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests that belong together, though the gateway was started anew between them. */
@Timeout(300)
class CorrelationAfterRestartTest {

  @TempDir private Path dir;

  /** A gateway on the same folder, with the same key, that knows all that it ever will. */
  private TestBed started(RawProvider provider) throws Exception {
    var bed =
        TestBed.with(dir, TestBed.local(provider.port()), options -> options.hashKey(new byte[16]));
    bed.awaitIndexLoaded();
    return bed;
  }

  @Test
  void sameQuestionAfterACut_isARetry() throws Exception {
    try (var provider =
        RawProvider.playing(
            completion(text("it")),
            completion(text("i")),
            completion(text("six"), finish("stop")))) {
      RunLog first;
      RunLog second;
      try (var before = started(provider)) {
        first = ask(before, question(ASK));
        second = ask(before, question(ASK));
      }
      try (var after = started(provider)) {
        RunLog third = ask(after, question(ASK));

        assertThat(link(third).link()).isEqualTo(Link.RETRY);
        assertThat(link(third).basis()).isEqualTo(LinkBasis.CONVERSATION);
        assertThat(link(third).earlier()).isEqualTo(idOf(second));
        assertThat(link(third).number()).isEqualTo(3);
        assertThat(link(third).afterNanos()).isPositive();
        assertThat(ConversationPosition.of(third).session()).isEqualTo(idOf(first));
      }
    }
  }

  @Test
  void sameQuestionAfterACompleteResponse_isARepeat_andAnotherModelIsNotLinked() throws Exception {
    var whole = completion(text("six"), finish("stop"));
    try (var provider = RawProvider.playing(whole, completion(text("i")), whole, whole, whole)) {
      RunLog named;
      try (var before = started(provider)) {
        ask(before, question(ASK));
        named = ask(before, "{}", "x-lastbyte-run: turn-1\r\n");
      }
      try (var after = started(provider)) {
        RunLog repeat = ask(after, question(ASK));
        RunLog other = ask(after, question(ASK).replace("\"m\"", "\"n\""));
        RunLog again = ask(after, "[]", "x-lastbyte-run: turn-1\r\n");

        assertThat(link(repeat).link()).isEqualTo(Link.REPEAT);
        assertThat(other.events()).noneMatch(RunLinked.class::isInstance);
        assertThat(link(again).earlier()).isEqualTo(idOf(named));
      }
    }
  }

  @Test
  void toolResultInNextRequest_provesThatTheToolRan_once() throws Exception {
    var whole = completion(text("x"), finish("stop"));
    String[] tool = toolTurn("call_1");
    try (var provider =
        RawProvider.playing(completion(call("call_1"), finish("tool_calls")), whole, whole)) {
      RunLog first;
      try (var before = started(provider)) {
        first = ask(before, question(ASK));
      }
      try (var after = started(provider)) {
        RunLog step = ask(after, question(ASK, tool[0], tool[1]));

        assertThat(link(step).link()).isEqualTo(Link.STEP);
        assertThat(link(step).number()).isEqualTo(2);
        assertThat(link(step).earlier()).isEqualTo(idOf(first));
      }
      try (var later = started(provider)) {
        ask(later, question(ASK, tool[0], tool[1].replace("done", "done again")));

        assertThat(TestBed.only(stored(later, first), ToolResultSent.class).call())
            .isEqualTo(new Token("call_1"));
      }
    }
  }
}
