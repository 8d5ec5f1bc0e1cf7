// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.Ending.END_OF_MESSAGE;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.CLIENT;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER_ERROR;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.AnthropicStream;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.Finish;
import dev.lastbyte.harness.provider.ProviderError;
import dev.lastbyte.harness.provider.ResponsesStream;
import dev.lastbyte.harness.provider.Sse;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.DialectGroups;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Step;
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
        ending("max-tokens-normal-end", Finish.LENGTH, cutByOutputLimit()),
        failing("openai-error-data", ProviderError.SERVER_ERROR).withDialects(DialectGroups.CHATS),
        failing("responses-failed-server_error", ProviderError.SERVER_ERROR)
            .withDialects(RESPONSES),
        failing("responses-failed-rate_limit", ProviderError.RATE_LIMITED).withDialects(RESPONSES),
        keptOpen(),
        failing("responses-error-event", ProviderError.SERVER_ERROR, InStream::errorEvent)
            .withDialects(RESPONSES),
        ending("responses-incomplete-max_output_tokens", Finish.LENGTH, cutByOutputLimit())
            .withDialects(RESPONSES),
        ending("responses-incomplete-content_filter", Finish.CONTENT_FILTER, filtered())
            .withDialects(RESPONSES),
        failing("anthropic-overloaded", ProviderError.OVERLOADED).withDialects(ANTHROPIC),
        failing("anthropic-api_error", ProviderError.SERVER_ERROR).withDialects(ANTHROPIC),
        stopping("pause_turn", AnswerKeys.derived()),
        stopping("refusal", AnswerKeys.caused("policy.refusal", "policy", PROVIDER_ERROR, NEVER)),
        failing("gemini-error-one-write", ProviderError.UNAVAILABLE).withDialects(GEMINI),
        splitError(),
        ending("gemini-SAFETY", Finish.CONTENT_FILTER, filtered()).withDialects(GEMINI),
        failing("openrouter-finish-error", ProviderError.SERVER_ERROR)
            .withDialects(Set.of(Dialect.OPENROUTER)),
        relayFailedBehindStop(),
        errorMarkThenStop(),
        failing("bedrock-throttling", ProviderError.RATE_LIMITED)
            .withDialects(Set.of(Dialect.BEDROCK)),
        failing("bedrock-modelStreamError", ProviderError.SERVER_ERROR)
            .withDialects(Set.of(Dialect.BEDROCK)),
        failing("ollama-error-line", ProviderError.UNCLASSED).withDialects(Set.of(Dialect.OLLAMA)),
        azureFilterWithoutDone(),
        azureDeltaLess());
  }

  private static ScenarioEntry failing(String name, ProviderError providerError) {
    return failing(name, providerError, dialectStream -> dialectStream.failure(providerError));
  }

  private static ScenarioEntry failing(
      String name, ProviderError providerError, StreamPrefix.Part failure) {
    return ScenarioEntry.of(
        name,
        new ScenarioBehavior.StreamedResponse(
            StreamPrefix.of(DialectStream::opening, DialectStream::text, failure), END_OF_MESSAGE),
        says(providerError));
  }

  private static AnswerKeys says(ProviderError providerError) {
    return keyCase -> Statuses.key(keyCase.derived(), providerError);
  }

  private static List<Step.Event> errorEvent(DialectStream dialectStream) {
    return List.of(
        ((ResponsesStream) dialectStream).errorEvent("server_error", "The server had an error."));
  }

  /** The error is said, and then nothing: what the client does about the silence is cleanup. */
  private static ScenarioEntry keptOpen() {
    return ScenarioEntry.of(
            "responses-failed-socket-kept-open",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::text,
                    dialectStream -> dialectStream.failure(ProviderError.SERVER_ERROR)),
                Ending.STALL),
            keyCase ->
                Statuses.key(keyCase.derived(), ProviderError.SERVER_ERROR).closed(CLIENT, "any"))
        .withDialects(RESPONSES)
        // an announced length would be reached, and the message whole
        .withFramings(DialectGroups.ENDLESS)
        .withClientBehavior(new ClientBehavior.GivesUp("idle"));
  }

  /** A relay calls the end of a failed response an ordinary one, and passes on what it was told. */
  private static ScenarioEntry relayFailedBehindStop() {
    StreamPrefix.Part end =
        dialectStream -> {
          var events = new ArrayList<>(dialectStream.responseEnd());
          Step.Event proof = events.getFirst();
          String told = "\"finish_reason\":\"stop\",\"native_finish_reason\":\"network_error\"";
          Bytes payload =
              Bytes.of(proof.payload().text().replace("\"finish_reason\":\"stop\"", told));
          events.set(0, new Step.Event("error", payload));
          return events;
        };
    return ScenarioEntry.of(
            "openrouter-stop-of-failed-upstream",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(DialectStream::opening, DialectStream::text, end), END_OF_MESSAGE),
            AnswerKeys.derivedWith(key ->
                key.causedBy("provider.bad_gateway", PROVIDER, PROVIDER_ERROR, key.retrySafety())))
        .withDialects(Set.of(Dialect.OPENROUTER));
  }

  /** A relay says that its upstream failed, in words of its own, and then an empty end. */
  private static ScenarioEntry errorMarkThenStop() {
    StreamPrefix.Part mark =
        dialectStream -> List.of(Sse.named("error", "error", "upstream is gone"));
    return ScenarioEntry.of(
            "error-event-then-empty-stop",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(DialectStream::opening, mark, DialectStream::responseEnd),
                END_OF_MESSAGE),
            keyCase -> Statuses.key(keyCase.derived(), ProviderError.UNCLASSED).in("await_content"))
        .withDialects(DialectGroups.CHATS);
  }

  private static ScenarioEntry ending(String name, Finish finish, AnswerKeys keys) {
    return ScenarioEntry.of(
        name,
        new ScenarioBehavior.StreamedResponse(
            StreamPrefix.of(
                DialectStream::opening,
                DialectStream::text,
                dialectStream -> dialectStream.end(finish)),
            END_OF_MESSAGE),
        keys);
  }

  /** An end of its own: the same request would end there again. */
  private static AnswerKeys cutByOutputLimit() {
    return AnswerKeys.caused("provider.output_limit", PROVIDER, PROVIDER_ERROR, NEVER);
  }

  private static AnswerKeys filtered() {
    return AnswerKeys.caused("policy.content_filter", "policy", PROVIDER_ERROR, NEVER);
  }

  private static ScenarioEntry stopping(String reason, AnswerKeys keys) {
    StreamPrefix.Part stop =
        dialectStream -> {
          var events = new ArrayList<>(((AnthropicStream) dialectStream).finishing(reason));
          events.add(dialectStream.end(Finish.STOP).getLast());
          return events;
        };
    return ScenarioEntry.of(
            reason,
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(DialectStream::opening, DialectStream::text, stop), END_OF_MESSAGE),
            keys)
        .withDialects(ANTHROPIC);
  }

  /** The same bytes in two writes, on which some clients fail in another way. */
  private static ScenarioEntry splitError() {
    StreamPrefix.Template template =
        dialect -> {
          StreamPrefix whole =
              StreamPrefix.of(
                      DialectStream::text,
                      dialectStream -> dialectStream.failure(ProviderError.UNAVAILABLE))
                  .in(dialect);
          var steps = new ArrayList<>(whole.leadingSteps());
          Bytes error = ((Step.Event) steps.removeLast()).payload();
          steps.add(new Step.Piece(error.before(error.size() / 2)));
          steps.add(new Step.Event("error", error.from(error.size() / 2)));
          return new StreamPrefix(steps, 0);
        };
    return ScenarioEntry.of(
            "gemini-error-split-writes",
            new ScenarioBehavior.StreamedResponse(template, END_OF_MESSAGE),
            says(ProviderError.UNAVAILABLE))
        .withDialects(GEMINI);
  }

  private static ScenarioEntry azureFilterWithoutDone() {
    return ScenarioEntry.of(
            "azure-content_filter-no-done",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::text,
                    StreamPrefix.only(
                        dialectStream -> dialectStream.end(Finish.CONTENT_FILTER), 0)),
                END_OF_MESSAGE),
            filtered())
        .withDialects(Set.of(Dialect.AZURE_CHAT));
  }

  /** A report of the filter that runs beside the stream: a choice without a delta. */
  private static ScenarioEntry azureDeltaLess() {
    Step.Event report =
        Sse.data(
            "lifecycle",
            """
            {"id":"","object":"","created":0,"model":"","choices":[{"index":0,\
            "finish_reason":null,"content_filter_results":{"hate":{"filtered":false,\
            "severity":"safe"}},"content_filter_offsets":{"check_offset":44,\
            "start_offset":44,"end_offset":198}}]}\
            """);
    return ScenarioEntry.of(
            "azure-delta-less-chunk",
            new ScenarioBehavior.StreamedResponse(
                StreamPrefix.of(
                    DialectStream::opening,
                    DialectStream::text,
                    dialectStream -> List.of(report),
                    DialectStream::responseEnd),
                END_OF_MESSAGE),
            AnswerKeys.derived())
        .withDialects(Set.of(Dialect.AZURE_CHAT));
  }
}
