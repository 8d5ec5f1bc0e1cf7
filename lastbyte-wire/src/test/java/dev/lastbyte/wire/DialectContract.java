// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.event.StreamEvent.FinishSeen;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.coding.Decoders;
import dev.lastbyte.wire.conversation.HashKey;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds of every dialect. The test of a dialect extends this class and brings one sample of
 * each kind, in which all that a person or a model wrote is {@link Samples#CANARY}.
 */
@Timeout(300)
abstract class DialectContract {

  private static final int DAMAGED_COPIES = 20;
  private static final HashKey KEY = HashKey.random(new Random(0));

  abstract Dialect dialect();

  /** The path of a request for a stream; where the path names a model, {@code model-1}. */
  abstract String path();

  /**
   * The body of that request: it asks for a stream of {@code model-1} where the path does not,
   * offers one tool that the client executes, and posts the result of one.
   */
  abstract String request();

  /** The head of a stream, server-sent events where nothing else is said. */
  String streamHead() {
    return Samples.streamHead();
  }

  /** The events of a streamed text, down to the last. */
  abstract List<byte[]> text();

  /** The events of a streamed call of {@code get_weather}, down to the last. */
  abstract List<byte[]> toolCall();

  /** An event that says in the middle of a stream that the provider failed. */
  abstract byte[] error();

  /** A response as one JSON document, with text and a call of {@code get_weather}. */
  abstract String document();

  /** Text that a dialect has as UTF-8. */
  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** The server-sent events of a stream. */
  static List<byte[]> events(String stream) {
    return List.of(stream.split("(?<=\n\n)")).stream().map(DialectContract::bytes).toList();
  }

  private TappedResponse stream(byte[]... events) {
    return TappedResponse.responseOf(dialect()).feed(streamHead()).feed(AwsFrames.joined(events));
  }

  private TappedResponse stream(List<byte[]> events) {
    return stream(events.toArray(byte[][]::new));
  }

  private RequestTap posted(String path, String body) {
    byte[] request =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, request().length(), body)
            .getBytes(ISO_8859_1);
    var tap = new RequestTap(KEY, Decoders.ofTheJdk());
    tap.feed(request, 0, request.length);
    return tap;
  }

  private RequestDescribed described(String body) {
    return posted(path(), body).describe(TappedResponse.AT);
  }

  private List<byte[]> responses() {
    return List.of(
        AwsFrames.joined(bytes(streamHead()), AwsFrames.joined(text().toArray(byte[][]::new))),
        AwsFrames.joined(bytes(streamHead()), AwsFrames.joined(toolCall().toArray(byte[][]::new))),
        AwsFrames.joined(bytes(streamHead()), text().getFirst(), error()),
        bytes(Samples.document(200, document())));
  }

  private TappedResponse fresh() {
    return TappedResponse.responseOf(dialect());
  }

  @Test
  void itsPath_isRecognisedBelowAnyPrefix() {
    assertThat(DialectRoutes.of(path())).isEqualTo(dialect());
    assertThat(DialectRoutes.of("/a/prefix" + path())).isEqualTo(dialect());
    assertThat(DialectRoutes.of(path() + "?a=/b")).isEqualTo(dialect());
    assertThat(DialectRoutes.of(path() + "/more")).isNotEqualTo(dialect());
  }

  @Test
  void aRequest_tellsWhatItAsksFor() {
    RequestDescribed described = described(request());

    assertThat(described.dialect()).isEqualTo(dialect());
    assertThat(described.model()).isEqualTo(new Token("model-1"));
    assertThat(described.streaming()).isEqualTo(Known.YES);
    assertThat(described.stores()).isNotEqualTo(Known.UNKNOWN);
    assertThat(described.serverTools()).isEqualTo(Known.NO);
    assertThat(described.toolsOffered()).isEqualTo(1);
    assertThat(described.toolResults()).isEqualTo(1);
  }

  @Test
  void aRequestCutShort_deniesNothing() {
    for (int length = 0; length < request().length(); length++) {
      RequestDescribed cut = described(request().substring(0, length));

      assertThat(cut.streaming()).isNotEqualTo(Known.NO);
      assertThat(cut.stores()).isNotEqualTo(Known.NO);
      assertThat(cut.serverTools()).isEqualTo(Known.UNKNOWN);
    }
  }

  @Test
  void aRequest_isPartOfAConversation() {
    assertThat(posted(path(), request()).conversation()).isNotNull();
  }

  @Test
  void streamedText_isCounted_andProvenWholeByItsEnd() {
    TappedResponse whole = stream(text()).closed();

    assertThat(whole.count(Content.TEXT)).isPositive();
    assertThat(whole.events(FinishSeen.class))
        .extracting(FinishSeen::finish)
        .containsExactly(Finish.STOP);
    assertThat(whole.events(TerminalProven.class)).hasSize(1);
    assertThat(whole.events(Malformed.class)).isEmpty();
  }

  @Test
  void aStreamedToolCall_startsBeforeItIsReady() {
    TappedResponse whole = stream(toolCall()).closed();

    assertThat(whole.events(ToolCallStarted.class))
        .extracting(ToolCallStarted::tool)
        .containsExactly(new Token("get_weather"));
    assertThat(whole.events(ToolCallReady.class)).hasSize(1);
    assertThat(whole.count(Content.TOOL_INPUT)).isPositive();
    assertThat(whole.events(FinishSeen.class))
        .extracting(FinishSeen::finish)
        .containsExactly(Finish.TOOL_CALLS);
    assertThat(whole.events(TerminalProven.class)).hasSize(1);
  }

  @Test
  void aStreamCutAtAnyByte_provesNothingBeforeTheLastByteOfTheProof() {
    for (List<byte[]> events : List.of(text(), toolCall())) {
      byte[] proven = AwsFrames.joined(untilProof(events));
      for (int length = 0; length < proven.length; length++) {
        TappedResponse cut = fresh().feed(streamHead()).feedFirst(proven, length).closed();

        assertThat(cut.events(TerminalProven.class)).as("%d bytes", length).isEmpty();
      }
    }
  }

  /** The events down to the one with which the whole is proven. */
  private byte[][] untilProof(List<byte[]> events) {
    for (int count = 1; count < events.size(); count++) {
      if (!stream(events.subList(0, count)).events(TerminalProven.class).isEmpty()) {
        return events.subList(0, count).toArray(byte[][]::new);
      }
    }
    return events.toArray(byte[][]::new);
  }

  @Test
  void anErrorInTheStream_isAFailure_andProvesNothing() {
    TappedResponse failed = stream(text().getFirst(), error()).closed();

    assertThat(failed.events(ProviderFailed.class)).hasSize(1);
    assertThat(failed.events(ProviderFailed.class).getFirst().inStream()).isTrue();
    assertThat(failed.events(TerminalProven.class)).isEmpty();
  }

  @Test
  void aDocument_isUnderstoodWhenAllOfItHasCome() {
    TappedResponse whole = TappedResponse.document(dialect(), 200, document()).closed();

    assertThat(whole.events(ToolCallStarted.class))
        .extracting(ToolCallStarted::tool)
        .containsExactly(new Token("get_weather"));
    assertThat(whole.events(ToolCallReady.class)).hasSize(1);
    assertThat(whole.events(FinishSeen.class))
        .extracting(FinishSeen::finish)
        .containsExactly(Finish.TOOL_CALLS);
    assertThat(whole.events(TerminalProven.class)).hasSize(1);
    assertThat(whole.events(Malformed.class)).isEmpty();
  }

  @Test
  void aDocumentCutShort_saysNothing() {
    byte[] whole = bytes(Samples.document(200, document()));
    int body = whole.length - bytes(document()).length;
    for (int length = body; length < whole.length; length++) {
      TappedResponse cut = fresh().feedFirst(whole, length).closed();

      assertThat(cut.events(ToolCallStarted.class)).as("%d bytes", length).isEmpty();
      assertThat(cut.events(FinishSeen.class)).as("%d bytes", length).isEmpty();
      assertThat(cut.events(TerminalProven.class)).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void anySplit_givesTheSameEvents() {
    for (byte[] response : responses()) {
      List<RunEvent> whole = fresh().feed(response).closed().events();

      assertThat(fresh().feedByteByByte(response).closed().events()).isEqualTo(whole);
      for (int split = 0; split <= response.length; split++) {
        assertThat(fresh().feedIn(response, split).closed().events())
            .as("split at %d", split)
            .isEqualTo(whole);
      }
    }
  }

  @Test
  void noContent_isRecorded() {
    assertThat(request()).contains(Samples.CANARY);
    assertThat(described(request()).toString()).doesNotContain(Samples.CANARY);
    for (byte[] response : responses()) {
      assertThat(new String(response, UTF_8)).contains(Samples.CANARY);
      assertThat(fresh().feed(response).closed().log().toString()).doesNotContain(Samples.CANARY);
    }
  }

  @Test
  void damagedBytes_leaveABoundedLog_whateverTheSplit() {
    var random = new Random(1);
    for (byte[] response : responses()) {
      for (int copy = 0; copy < DAMAGED_COPIES; copy++) {
        byte[] damaged = response.clone();
        random.ints(4, 0, damaged.length).forEach(at -> damaged[at] = (byte) random.nextInt());
        List<RunEvent> whole = fresh().feed(damaged).closed().events();

        assertThat(whole).hasSizeLessThan(RunLog.MAX_EVENTS_PER_ATTEMPT);
        assertThat(fresh().feedByteByByte(damaged).closed().events()).isEqualTo(whole);
      }
    }
  }

  @Test
  void noise_isTakenWithoutComplaint() {
    byte[] noise = new byte[4096];
    new Random(2).nextBytes(noise);

    TappedResponse body = stream(noise).closed();

    assertThat(body.events()).hasSizeLessThan(20);
    assertThat(body.events(TerminalProven.class)).isEmpty();
    assertThat(body.events(Malformed.class))
        .extracting(Malformed::what)
        .doesNotContain(Malformation.HTTP_FRAMING);
  }
}
