// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.hint;

import dev.lastbyte.core.event.KnownPhrase;
import java.util.List;

/**
 * Agents on top of any client: Codex, Claude Code, Gemini CLI, OpenCode, Cursor, Copilot. Their
 * texts are of their own making, as field reports show them.
 */
final class AgentFingerprints {

  private AgentFingerprints() {}

  static final List<Fingerprint> ALL =
      List.of(
          phrase(KnownPhrase.INCOMPLETE_RETURNED, Hint.RESPONSE_INCOMPLETE),
          phrase(KnownPhrase.OUTPUT_TOKEN_MAXIMUM, Hint.RESPONSE_INCOMPLETE),
          phrase(KnownPhrase.OUTPUT_LIMIT_REACHED, Hint.RESPONSE_INCOMPLETE),
          phrase(KnownPhrase.RESPONSE_FAILED, Hint.PROVIDER_IN_STREAM),
          phrase(KnownPhrase.HIGH_DEMAND, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.OVERLOADED_ERRORS, Hint.PROVIDER_OVERLOADED),
          phrase(KnownPhrase.LIMIT_REACHED, Hint.PROVIDER_PLAN_WINDOW),
          phrase(KnownPhrase.FIVE_HOUR_LIMIT, Hint.PROVIDER_PLAN_WINDOW),
          phrase(KnownPhrase.CAPACITY_EXHAUSTED, Hint.PROVIDER_PLAN_WINDOW),
          phrase(KnownPhrase.DAILY_QUOTA, Hint.PROVIDER_QUOTA),
          phrase(KnownPhrase.RUN_LOGIN, Hint.PROVIDER_AUTH),
          phrase(KnownPhrase.INTERRUPTED_BY_USER, Hint.STOPPED_BY_USER),
          phrase(KnownPhrase.ABORTED_BY_USER, Hint.STOPPED_BY_USER),
          phrase(KnownPhrase.CANCELLED_BY_USER, Hint.STOPPED_BY_USER),
          phrase(KnownPhrase.CANCELED_BY_USER, Hint.STOPPED_BY_USER),
          phrase(KnownPhrase.CONVERSATION_INTERRUPTED, Hint.STOPPED_BY_USER),
          phrase(KnownPhrase.NO_RESPONSE_RETURNED, Hint.EMPTY_ANSWER),
          phrase(KnownPhrase.NO_CHOICES, Hint.EMPTY_ANSWER),
          phrase(KnownPhrase.CONNECTION_STALLED, Hint.IDLE_TIMER),
          phrase(KnownPhrase.CONNECT_UNAVAILABLE, Hint.UNAVAILABLE),
          phrase(KnownPhrase.CONNECT_EXHAUSTED, Hint.PROVIDER_RATE_LIMITED),
          phrase(KnownPhrase.CONNECT_UNAUTHENTICATED, Hint.PROVIDER_AUTH),
          phrase(KnownPhrase.CONNECT_DEADLINE, Hint.SOME_TIMER),
          phrase(KnownPhrase.CONNECT_CANCELED, Hint.ABORTED),
          phrase(KnownPhrase.CONNECTION_FAILED_VPN, Hint.WRAPPED_UNANSWERED),
          phrase(KnownPhrase.EXCEEDED_RETRY_LIMIT, Hint.WRAPPED),
          phrase(KnownPhrase.API_STREAMING_FAILED, Hint.WRAPPED),
          phrase(KnownPhrase.YOUR_REQUEST_FAILED, Hint.WRAPPED),
          type("MessageAbortedError", Hint.ABORTED),
          type("MessageOutputLengthError", Hint.RESPONSE_INCOMPLETE),
          type("ProviderAuthError", Hint.PROVIDER_AUTH),
          code("max_output_tokens", Hint.RESPONSE_INCOMPLETE));

  private static Fingerprint phrase(KnownPhrase phrase, Hint hint) {
    return Fingerprint.phrase(phrase, ClientFamily.AGENT, hint);
  }

  private static Fingerprint type(String name, Hint hint) {
    return Fingerprint.type(name, ClientFamily.AGENT, hint);
  }

  private static Fingerprint code(String code, Hint hint) {
    return Fingerprint.code(code, ClientFamily.AGENT, hint);
  }
}
