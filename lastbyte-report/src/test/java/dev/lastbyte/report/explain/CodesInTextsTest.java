// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code counts where it stands as a value: not in a sentence, and not as a key. */
class CodesInTextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the bridge was overloaded with trucks",
        "Error: overloaded trucks must turn back",
        "the flight was cancelled",
        "REQUEST CANCELLED BY THE PASSENGER",
        "ALL OPERATORS UNAVAILABLE ON SUNDAY",
        "status: UNKNOWN to this office",
        "reason: SAFETY of the crew",
        "Error: ABORTED the mission",
        "type: server rack, 42 units",
        "error: unauthorized biography published",
        "14 CANCELLED orders",
        "INTERNAL memo, do not share",
        "FOR INTERNAL USE ONLY",
        "the authentication of documents",
        "he flagged the page",
        "RECITATION starts at noon",
        "max_output_tokens: 4096",
        "max_output_tokens=4096, temperature=1.0",
        "{\"max_output_tokens\": 4096, \"model\": \"m\"}",
        "{'content_filter': None, 'stream': True}",
        "{\"counters\":{\"rate_limit_error\":0,\"overloaded_error\":0}}",
        "budget_exceeded=false",
      })
  void aWordOfASentence_orAKey_isNoCode(String text) {
    assertThat(Explanation.of(text).chain()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}} | provider.overloaded",
        "error: overloaded                                  | provider.overloaded",
        "type=overloaded, id=1                              | provider.overloaded",
        "{\"code\": \"unauthorized\"}                       | provider.auth",
        "Error: unauthorized                                | provider.auth",
        "{'type': 'authentication'}                         | provider.auth",
        "{\"error\":{\"type\":\"unprocessable\"}}           | provider.invalid_request",
        "finishReason: SAFETY                               | policy.content_filter",
        "\"blockReason\": \"BLOCKLIST\"                     | policy.content_filter",
        "finish_reason=RECITATION                           | policy.content_filter",
        "io.grpc.StatusRuntimeException: UNAVAILABLE: io exception | provider.overloaded",
        "google.genai.errors.ServerError: 503 UNAVAILABLE. {}      | provider.overloaded",
        "Error: 14 UNAVAILABLE: no connection established   | provider.overloaded",
        "status = StatusCode.UNAVAILABLE                    | provider.overloaded",
        "status: INTERNAL                                   | provider.server_error",
        "{\"status\": \"UNAUTHENTICATED\"}                  | provider.auth",
        "rate_limit_error: 429                              | provider.rate_limited",
        "rate_limit_error: slow down                        | provider.rate_limited",
        "invalid_request_error: {'message': 'm'}            | provider.invalid_request",
        "stop reason max_output_tokens                      | provider.incomplete",
      })
  void aCodeInItsPosition_isRecognised(String text, String cause) {
    assertThat(Explanation.of(text).diagnosis().cause().code()).isEqualTo(cause);
  }
}
