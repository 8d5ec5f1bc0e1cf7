// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.facts.AttemptFacts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One error says one thing, wherever it stands. */
class ErrorPlacesTest {

  private record ErrorObject(int status, String json, ProviderFailure failure, Duration pause) {

    @Override
    public String toString() {
      return json;
    }
  }

  /** Where an error object may stand: a response to a request in that dialect. */
  private enum Place {
    HTTP(Dialect.OPENAI_CHAT, null, "{'error':%s}"),
    HTTP_ARRAY(Dialect.GEMINI, null, "[{'error':%s}]"),
    HTTP_ERRORS(Dialect.OPENAI_CHAT, null, "{'success':false,'errors':[%s]}"),
    HTTP_DETAIL(Dialect.OPENAI_CHAT, null, "{'detail':{'error':%s}}"),
    CHAT_DOCUMENT(Dialect.OPENAI_CHAT, "application/json", "{'error':%s}"),
    CHAT_NO_CHOICES(Dialect.OPENAI_CHAT, "application/json", "{'choices':null,'error':%s}"),
    CHAT_EVENT(Dialect.OPENAI_CHAT, "text/event-stream", "data: {'error':%s}\n\n"),
    CHAT_CHOICE(
        Dialect.OPENAI_CHAT,
        "text/event-stream",
        "data: {'choices':[{'index':0,'delta':{},'finish_reason':'error','error':%s}]}\n\n"),
    CHAT_UNFRAMED(Dialect.OPENAI_CHAT, "text/event-stream", "{'error':%s}"),
    RESPONSES_DOCUMENT(Dialect.OPENAI_RESPONSES, "application/json", "{'error':%s}"),
    RESPONSES_FAILED_DOCUMENT(
        Dialect.OPENAI_RESPONSES,
        "application/json",
        "{'id':'resp_1','object':'response','status':'failed','error':%s}"),
    RESPONSES_FAILED(
        Dialect.OPENAI_RESPONSES,
        "text/event-stream",
        "data: {'type':'response.failed','response':{'status':'failed','error':%s}}\n\n"),
    RESPONSES_ERROR(
        Dialect.OPENAI_RESPONSES,
        "text/event-stream",
        "event: error\ndata: {'type':'error','error':%s,'sequence_number':3}\n\n"),
    RESPONSES_UNTYPED(Dialect.OPENAI_RESPONSES, "text/event-stream", "data: {'error':%s}\n\n"),
    ANTHROPIC_DOCUMENT(
        Dialect.ANTHROPIC_MESSAGES, "application/json", "{'type':'error','error':%s}"),
    ANTHROPIC_EVENT(
        Dialect.ANTHROPIC_MESSAGES,
        "text/event-stream",
        "event: error\ndata: {'type':'error','error':%s}\n\n"),
    ANTHROPIC_UNTYPED(Dialect.ANTHROPIC_MESSAGES, "text/event-stream", "data: {'error':%s}\n\n"),
    GEMINI_DOCUMENT(Dialect.GEMINI, "application/json", "{'error':%s}"),
    GEMINI_ARRAY(Dialect.GEMINI, "application/json", "[{'error':%s}]"),
    GEMINI_EVENT(Dialect.GEMINI, "text/event-stream", "data: {'error':%s}\n\n"),
    OLLAMA_LINE(Dialect.OLLAMA, "application/x-ndjson", "{'error':%s}\n"),
    BEDROCK_DOCUMENT(Dialect.BEDROCK, "application/json", "{'error':%s}"),
    UNKNOWN_EVENT(Dialect.UNKNOWN, "text/event-stream", "data: {'error':%s}\n\n"),
    UNKNOWN_DOCUMENT(Dialect.UNKNOWN, "application/json", "{'error':%s}");

    private final Dialect dialect;
    private final String media;
    private final String body;

    /**
     * @param media of a good status; empty for the error's own status
     */
    Place(Dialect dialect, String media, String body) {
      this.dialect = dialect;
      this.media = media == null ? "" : media;
      this.body = body.replace('\'', '"');
    }

    byte[] response(ErrorObject error) {
      String text = body.replace("%s", error.json);
      boolean ofHttp = media.isEmpty();
      return "HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
          .formatted(
              ofHttp ? error.status : 200,
              ofHttp ? "application/json" : media,
              text.getBytes(UTF_8).length,
              text)
          .getBytes(UTF_8);
    }
  }

  private static List<ErrorObject> errors() {
    return lines("error-objects.txt").map(ErrorPlacesTest::error).toList();
  }

  private static ErrorObject error(String line) {
    String[] parts = line.split("\\|", -1);
    return new ErrorObject(
        Integer.parseInt(parts[0]),
        parts[1],
        ProviderFailure.valueOf(parts[2].toUpperCase(Locale.ROOT)),
        Duration.ofMillis(Long.parseLong(parts[3].replace("ms", ""))));
  }

  private static Stream<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(ErrorPlacesTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Arguments> everywhere() {
    return errors().stream()
        .flatMap(error -> Stream.of(Place.values()).map(place -> Arguments.of(place, error)));
  }

  @Test
  void theTable_isRead() {
    assertThat(errors()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everywhere")
  void anError_saysTheSame_inEveryPlace(Place place, ErrorObject error) {
    TappedResponse run =
        TappedResponse.responseTo(place.dialect).feed(place.response(error)).closed();

    assertThat(run.events(ProviderFailed.class))
        .extracting(ProviderFailed::failure)
        .containsExactly(error.failure);
    assertThat(AttemptFacts.of(run.log(), 1).responseAdvice().pause()).isEqualTo(error.pause);
  }

  private static Stream<Arguments> businessErrors() {
    return lines("business-errors.txt")
        .map(line -> line.split("\\|", -1))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("businessErrors")
  void aBusinessCode_inAResponseWithAGoodStatus_isAnError(String body, String failure) {
    for (Dialect dialect : List.of(Dialect.OPENAI_CHAT, Dialect.ANTHROPIC_MESSAGES)) {
      TappedResponse run = TappedResponse.document(dialect, 200, body);

      assertThat(run.events(ProviderFailed.class))
          .as(dialect.name())
          .extracting(failed -> failed.failure().code())
          .containsExactly(failure);
    }
  }
}
