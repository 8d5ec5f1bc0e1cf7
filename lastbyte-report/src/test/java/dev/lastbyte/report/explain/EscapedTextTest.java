// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A text means the same within a string of a log line, and within one of that again. */
class EscapedTextTest {

  static Stream<String> texts() {
    return Stream.concat(
        Stream.of(
            "Upstream idle timeout exceeded",
            "TypeError: fetch failed cause: AggregateError: errors: [ 'ETIMEDOUT', 'EHOSTUNREACH'"
                + " ]",
            "sent 1011 (internal error) keepalive ping timeout; no close frame received",
            "stream disconnected before completion: Incomplete response returned, reason:"
                + " max_output_tokens",
            "TypeError: terminated\n    at Fetch.onAborted (node:x:1:2)\n"
                + "  [cause]: Error: read ECONNRESET",
            "{\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
            "{\"error\":{\"code\":\"overloaded\"}}",
            "{\n  \"error\": {\n    \"status\": \"RESOURCE_EXHAUSTED\"\n  }\n}",
            "429 {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\"}}",
            "AxiosError: timeout of 30000ms exceeded\n{ code: 'ECONNABORTED' }",
            "余额不足或无可用资源包,请充值。",
            "Error: 429 该令牌额度已用尽",
            "Connection error.",
            "Error: EMFILE: too many open files",
            "<html><head><title>504 Gateway Time-out</title>"),
        FieldReport.all().stream().map(FieldReport::text));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aText_meansTheSameWithinLogLines(String text) {
    String expected = Explanation.of(text).code();
    String line = logLine(text);

    for (String escaped :
        List.of(
            line, logLine(line), logLine(logLine(line)), inAscii(line), logLine(inAscii(line)))) {
      if (escaped.length() <= Explanation.MAX_LENGTH) {
        assertThat(Explanation.of(escaped).code()).as(escaped).isEqualTo(expected);
      }
    }
  }

  private static String logLine(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "\\r")
            .replace("\n", "\\n")
            .replace("\t", "\\t");
    return "{\"msg\":\"" + escaped + "\"}";
  }

  /** As a writer does it that escapes quotes and all that is no ASCII by number. */
  private static String inAscii(String line) {
    return line.replace("\\\"", "\\u0022")
        .chars()
        .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "b'{\\n  \"error\": {\\n    \"code\": 503,\\n    \"status\": \"UNAVAILABLE\"\\n  }\\n}' |"
            + " provider.overloaded",
        "\\u001b[31mError:\\u001b[39m read \\u001b[1mETIMEDOUT\\u001b[22m | stream.premature_eof",
        "body: \\x7b\\x22type\\x22:\\x22overloaded_error\\x22\\x7d | provider.overloaded",
        "detail=\\\\\\\"insufficient_quota\\\\\\\" | provider.quota",
        "failed in C:\\new\\read: Error: read ETIMEDOUT | stream.premature_eof",
        "\\nEngineDeadError: m\\n | provider.server_error",
      })
  void otherEscapes_areUndoneToo(String text, String cause) {
    assertThat(Explanation.of(text).diagnosis().cause().code()).isEqualTo(cause);
  }

  @Test
  void brokenEscapes_areLeftAsTheyAre() {
    assertThat(EscapedText.undone("a\\u12 \\q \\")).isEqualTo("a\\u12 \\q \\");
  }
}
