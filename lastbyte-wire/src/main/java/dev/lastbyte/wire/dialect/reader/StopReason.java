// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.StreamEvent.Finish;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.wire.error.vocabulary.ErrorWords;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a finish reason, a stop reason or a status means. One table for all dialects: relays pass on
 * another dialect's words, and a word that names a failure is one wherever it stands.
 *
 * <p>Sources: the finish reasons of OpenAI Chat and Responses; Anthropic's stop reasons; Bedrock's
 * {@code StopReason} (9 values); Gemini's {@code FinishReason} and {@code BlockReason} (js-genai
 * 2.12, 19 values); {@code insufficient_system_resource} of DeepSeek ({@code
 * api-docs.deepseek.com}); {@code sensitive} and {@code network_error} of Zhipu ({@code
 * docs.bigmodel.cn}); {@code model_length} and {@code error} of Mistral; {@code COMPLETE}, {@code
 * ERROR_LIMIT} and {@code ERROR_TOXIC} of Cohere; {@code eos_token} of Text Generation Inference;
 * {@code abort} of vLLM and SGLang; {@code load} and {@code unload} of Ollama.
 *
 * @param finish the ending in words that all dialects share
 * @param failure of what class the failure is that the reason names, or null if it names none
 * @param word the provider's own word, where {@code finish} does not say it in full; else null
 */
public record StopReason(Finish finish, @Nullable ProviderFailure failure, @Nullable Token word) {

  /** The model was done. */
  public static final StopReason STOP = new StopReason(Finish.STOP, null, null);

  /** It wants tools executed. */
  public static final StopReason TOOL_CALLS = new StopReason(Finish.TOOL_CALLS, null, null);

  /** A content filter cut it. */
  public static final StopReason FILTERED = new StopReason(Finish.CONTENT_FILTER, null, null);

  private static final Map<String, StopReason> KNOWN =
      Stream.of(
              ends(
                  Finish.STOP,
                  "stop",
                  "end_turn",
                  "stop_sequence",
                  "eos",
                  "eos_token",
                  "complete",
                  "completed",
                  "end",
                  "done",
                  "finished",
                  "load",
                  "unload"),
              ends(Finish.TOOL_CALLS, "tool_calls", "tool_call", "function_call", "tool_use"),
              ends(
                  Finish.LENGTH,
                  "length",
                  "max_tokens",
                  "max_output_tokens",
                  "max_completion_tokens",
                  "max_length",
                  "model_length",
                  "output_limit"),
              ends(
                  Finish.CONTEXT_WINDOW,
                  "model_context_window_exceeded",
                  "context_window_exceeded",
                  "context_length_exceeded",
                  "error_limit"),
              ends(Finish.INCOMPLETE, "incomplete"),
              ends(Finish.PAUSED, "pause_turn", "compaction"),
              ends(Finish.REFUSAL, "refusal"),
              ends(Finish.CANCELLED, "cancelled", "canceled", "abort", "aborted", "user_cancelled"),
              ends(
                  Finish.CONTENT_FILTER,
                  "content_filter",
                  "content_filtered",
                  "guardrail_intervened",
                  "safety",
                  "recitation",
                  "language",
                  "blocklist",
                  "prohibited_content",
                  "spii",
                  "model_armor",
                  "jailbreak",
                  "escalation",
                  "image_safety",
                  "image_prohibited_content",
                  "image_recitation",
                  "sensitive",
                  "error_toxic"),
              ends(
                  Finish.INVALID_CALL,
                  "malformed_function_call",
                  "malformed_tool_call",
                  "malformed_tool_use",
                  "unexpected_tool_call",
                  "too_many_tool_calls"),
              fails(ProviderFailure.SERVER_ERROR, "malformed_model_output", "malformed_response"),
              fails(ProviderFailure.BAD_GATEWAY, "network_error"),
              fails(ProviderFailure.INVALID_REQUEST, "missing_thought_signature"),
              fails(ProviderFailure.OTHER, "error", "failed", "exception"))
          .flatMap(meanings -> meanings.entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static Map<String, StopReason> ends(Finish finish, String... words) {
    return Stream.of(words)
        .collect(Collectors.toMap(StopReason::key, word -> new StopReason(finish, null, null)));
  }

  private static Map<String, StopReason> fails(ProviderFailure failure, String... words) {
    return Stream.of(words)
        .collect(
            Collectors.toMap(
                StopReason::key,
                word -> new StopReason(Finish.OTHER, failure, Token.orNull(word))));
  }

  /** Its ASCII letters, in lower case, and digits; each response asks, so without an expression. */
  private static String key(String word) {
    var key = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        key.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        key.append((char) (c | 0x20));
      }
    }
    return key.toString();
  }

  /** Whether a word is a reason: some services spell out that there is none yet. */
  public static boolean isReason(String word) {
    return switch (key(word)) {
      case "", "null", "none" -> false;
      default -> !word.endsWith("_UNSPECIFIED");
    };
  }

  /** What a reason means. One that is not known says what its words do, else nothing. */
  public static StopReason of(String word) {
    StopReason known = KNOWN.get(key(word));
    if (known != null) {
      return known;
    }
    ProviderFailure meaning = ErrorWords.meaningOf(word);
    return switch (meaning) {
      case null -> new StopReason(Finish.OTHER, null, Token.orNull(word));
      case CONTENT_FILTER -> FILTERED;
      case REFUSAL -> new StopReason(Finish.REFUSAL, null, null);
      case CONTEXT_OVERFLOW -> new StopReason(Finish.CONTEXT_WINDOW, null, null);
      case CANCELLED -> new StopReason(Finish.CANCELLED, null, null);
      case AUTH,
          CREDENTIAL_EXPIRED,
          FORBIDDEN,
          NOT_FOUND,
          INVALID_REQUEST,
          TOO_LARGE,
          RATE_LIMITED,
          QUOTA,
          PLAN_WINDOW,
          BILLING,
          OVERLOADED,
          SERVER_ERROR,
          BAD_GATEWAY,
          GATEWAY_TIMEOUT,
          REQUEST_TIMEOUT,
          CONFLICT,
          CONNECTION_LIMIT,
          STATE_LOST,
          OTHER ->
          new StopReason(Finish.OTHER, meaning, Token.orNull(word));
    };
  }

  /**
   * This reason, or that of the service behind a relay, where the relay calls the end of a failed
   * or filtered response an ordinary one. A word behind it that is not known says nothing.
   *
   * @param behind what the service itself said, or null if the relay does not pass it on
   */
  public StopReason orBehind(@Nullable StopReason behind) {
    boolean ordinary = finish == Finish.STOP || finish == Finish.TOOL_CALLS;
    boolean telling =
        behind != null
            && switch (behind.finish) {
              case STOP, TOOL_CALLS, PAUSED -> false;
              case LENGTH, CONTEXT_WINDOW, INCOMPLETE, CONTENT_FILTER, REFUSAL -> true;
              case CANCELLED, INVALID_CALL -> true;
              case OTHER -> behind.failure != null;
            };
    return ordinary && telling ? Objects.requireNonNull(behind) : this;
  }

  /** This reason for a response that ended short and says only that it did. */
  public static StopReason ofIncomplete(String word) {
    StopReason reason = of(word);
    boolean unknown = reason.finish == Finish.OTHER && reason.failure == null;
    return unknown ? new StopReason(Finish.INCOMPLETE, null, Token.orNull(word)) : reason;
  }
}
