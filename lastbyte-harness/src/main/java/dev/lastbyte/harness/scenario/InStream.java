// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Ending.END_OF_MESSAGE;
import static dev.lastbyte.harness.scenario.Words.CLIENT;
import static dev.lastbyte.harness.scenario.Words.NEVER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER_ERROR;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.speech.AnthropicSpeech;
import dev.lastbyte.harness.speech.Finish;
import dev.lastbyte.harness.speech.ResponsesSpeech;
import dev.lastbyte.harness.speech.Speech;
import dev.lastbyte.harness.speech.Sse;
import dev.lastbyte.harness.speech.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a provider may say within a stream that began well: errors, and endings that are none. */
final class InStream {
  private static final Set<Dialect> RESPONSES = Set.of(Dialect.OPENAI_RESPONSES);
  private static final Set<Dialect> ANTHROPIC = Set.of(Dialect.ANTHROPIC_MESSAGES);
  private static final Set<Dialect> GEMINI = Set.of(Dialect.GEMINI);

  private InStream() {}

  static List<Scenario> all() {
    return List.of(
        failing("openai-error-data", Trouble.SERVER_ERROR).in(Groups.CHATS),
        failing("responses-failed-server_error", Trouble.SERVER_ERROR).in(RESPONSES),
        failing("responses-failed-rate_limit", Trouble.RATE_LIMITED).in(RESPONSES),
        keptOpen(),
        failing("responses-error-event", Trouble.SERVER_ERROR, InStream::errorEvent).in(RESPONSES),
        ending("responses-incomplete-max_output_tokens", Finish.LENGTH, Keys.derived())
            .in(RESPONSES),
        ending("responses-incomplete-content_filter", Finish.CONTENT_FILTER, filtered())
            .in(RESPONSES),
        failing("anthropic-overloaded", Trouble.OVERLOADED).in(ANTHROPIC),
        failing("anthropic-api_error", Trouble.SERVER_ERROR).in(ANTHROPIC),
        stopping("pause_turn", Keys.derived()),
        stopping("refusal", Keys.caused("policy.refusal", "policy", PROVIDER_ERROR, NEVER)),
        failing("gemini-error-one-write", Trouble.UNAVAILABLE).in(GEMINI),
        splitError(),
        ending("gemini-SAFETY", Finish.CONTENT_FILTER, filtered()).in(GEMINI),
        failing("openrouter-finish-error", Trouble.SERVER_ERROR).in(Set.of(Dialect.OPENROUTER)),
        failing("bedrock-throttling", Trouble.RATE_LIMITED).in(Set.of(Dialect.BEDROCK)),
        failing("bedrock-modelStreamError", Trouble.SERVER_ERROR).in(Set.of(Dialect.BEDROCK)),
        failing("ollama-error-line", Trouble.UNCLASSED).in(Set.of(Dialect.OLLAMA)),
        azureFilterWithoutDone(),
        azureDeltaLess());
  }

  private static Entry failing(String name, Trouble trouble) {
    return failing(name, trouble, speech -> speech.failure(trouble));
  }

  private static Entry failing(String name, Trouble trouble, Tale.Part failure) {
    return Entry.of(
        name,
        new Plot.Streams(Tale.of(Speech::opening, Speech::text, failure), END_OF_MESSAGE),
        says(trouble));
  }

  private static Keys says(Trouble trouble) {
    return asking -> Statuses.key(asking.derived(), trouble);
  }

  private static List<Step.Event> errorEvent(Speech speech) {
    return List.of(
        ((ResponsesSpeech) speech).errorEvent("server_error", "The server had an error."));
  }

  /** The error is said, and then nothing: what the client does about the silence is cleanup. */
  private static Entry keptOpen() {
    return Entry.of(
            "responses-failed-socket-kept-open",
            new Plot.Streams(
                Tale.of(
                    Speech::opening, Speech::text, speech -> speech.failure(Trouble.SERVER_ERROR)),
                Ending.STALL),
            asking -> Statuses.key(asking.derived(), Trouble.SERVER_ERROR).closed(CLIENT, "any"))
        .in(RESPONSES)
        // an announced length would be reached, and the message whole
        .framed(Groups.ENDLESS)
        .acted(new ClientPart.GivesUp("idle"));
  }

  private static Entry ending(String name, Finish finish, Keys keys) {
    return Entry.of(
        name,
        new Plot.Streams(
            Tale.of(Speech::opening, Speech::text, speech -> speech.end(finish)), END_OF_MESSAGE),
        keys);
  }

  private static Keys filtered() {
    return Keys.caused("policy.content_filter", "policy", PROVIDER_ERROR, NEVER);
  }

  private static Entry stopping(String reason, Keys keys) {
    Tale.Part stop =
        speech -> {
          var events = new ArrayList<>(((AnthropicSpeech) speech).finishing(reason));
          events.add(speech.end(Finish.STOP).getLast());
          return events;
        };
    return Entry.of(
            reason,
            new Plot.Streams(Tale.of(Speech::opening, Speech::text, stop), END_OF_MESSAGE),
            keys)
        .in(ANTHROPIC);
  }

  /** The same bytes in two writes, on which some clients fail in another way. */
  private static Entry splitError() {
    Tale.Story story =
        dialect -> {
          Tale whole =
              Tale.of(Speech::text, speech -> speech.failure(Trouble.UNAVAILABLE)).in(dialect);
          var steps = new ArrayList<>(whole.told());
          Bytes error = ((Step.Event) steps.removeLast()).payload();
          steps.add(new Step.Piece(error.before(error.size() / 2)));
          steps.add(new Step.Event("error", error.from(error.size() / 2)));
          return new Tale(steps, 0);
        };
    return Entry.of(
            "gemini-error-split-writes",
            new Plot.Streams(story, END_OF_MESSAGE),
            says(Trouble.UNAVAILABLE))
        .in(GEMINI);
  }

  private static Entry azureFilterWithoutDone() {
    return Entry.of(
            "azure-content_filter-no-done",
            new Plot.Streams(
                Tale.of(
                    Speech::opening,
                    Speech::text,
                    Tale.only(speech -> speech.end(Finish.CONTENT_FILTER), 0)),
                END_OF_MESSAGE),
            filtered())
        .in(Set.of(Dialect.AZURE_CHAT));
  }

  /** A report of the filter that runs beside the stream: a choice without a delta. */
  private static Entry azureDeltaLess() {
    Step.Event report =
        Sse.data(
            "lifecycle",
            """
            {"id":"","object":"","created":0,"model":"","choices":[{"index":0,\
            "finish_reason":null,"content_filter_results":{"hate":{"filtered":false,\
            "severity":"safe"}},"content_filter_offsets":{"check_offset":44,\
            "start_offset":44,"end_offset":198}}]}\
            """);
    return Entry.of(
            "azure-delta-less-chunk",
            new Plot.Streams(
                Tale.of(
                    Speech::opening, Speech::text, speech -> List.of(report), Speech::answerEnd),
                END_OF_MESSAGE),
            Keys.derived())
        .in(Set.of(Dialect.AZURE_CHAT));
  }
}
