// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.Words.NEVER;
import static dev.lastbyte.harness.scenario.Words.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.Words.SAFE;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.speech.Errors;
import dev.lastbyte.harness.speech.Trouble;
import java.util.List;
import java.util.Set;

/** The provider says no, with a status. */
final class Statuses {

  private Statuses() {}

  static List<Scenario> all() {
    return List.of(
        Statuses.of(
            "429-retry-after-seconds", Trouble.RATE_LIMITED, SAFE, new Field("retry-after", "1")),
        // a date that has passed: the bytes of an answer are always the same
        Statuses.of(
            "429-retry-after-date",
            Trouble.RATE_LIMITED,
            SAFE,
            new Field("retry-after", "Thu, 01 Jan 2026 00:00:00 GMT")),
        Statuses.of(
            "429-retry-after-ms", Trouble.RATE_LIMITED, SAFE, new Field("retry-after-ms", "50")),
        Statuses.of("429-retry-after-absent", Trouble.RATE_LIMITED, SAFE),
        Statuses.of(
            "429-retry-after-excessive",
            Trouble.RATE_LIMITED,
            NEVER,
            new Field("retry-after", "86400")),
        thenWell(),
        Statuses.of("429-quota", Trouble.QUOTA, NEVER)
            .in(Set.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.AZURE_CHAT)),
        Statuses.of(
            "x-should-retry-false",
            Trouble.SERVER_ERROR,
            NEVER,
            new Field("x-should-retry", "false")),
        Statuses.of("500", Trouble.SERVER_ERROR, SAFE),
        Statuses.of("529", Trouble.OVERLOADED, SAFE).in(Set.of(Dialect.ANTHROPIC_MESSAGES)),
        Statuses.of("400-invalid", Trouble.INVALID_REQUEST, NEVER),
        Statuses.of("400-context-length", Trouble.CONTEXT_OVERFLOW, NEVER)
            .in(Set.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.AZURE_CHAT)),
        Statuses.of("400-content-filter", Trouble.CONTENT_FILTER, NEVER)
            .in(Set.of(Dialect.AZURE_CHAT)),
        Statuses.of("401", Trouble.AUTH, NEVER),
        Statuses.of("402", Trouble.BILLING, NEVER),
        Statuses.of("403", Trouble.FORBIDDEN, NEVER),
        Statuses.of("404-model", Trouble.MODEL_NOT_FOUND, NEVER),
        Statuses.of("409", Trouble.CONFLICT, SAFE),
        Statuses.of("413", Trouble.TOO_LARGE, NEVER),
        Statuses.of("422", Trouble.UNPROCESSABLE, NEVER));
  }

  /** Whoever asks again gets an answer. */
  private static Entry thenWell() {
    Entry limited = of("429-then-ok", Trouble.RATE_LIMITED, SAFE, new Field("retry-after-ms", "1"));
    return Entry.of(limited.name(), Plot.firstThen(limited.plot(), Plot.ANSWER), limited.keys())
        .acted(new ClientPart.Repeats(2));
  }

  static Entry of(String name, Trouble trouble, String retrySafety, Field... more) {
    return Entry.of(
        name,
        Plot.Answers.json(
            trouble.status(),
            trouble.reason(),
            List.of(more),
            dialect -> Errors.body(dialect, trouble)),
        Keys.caused(trouble.cause(), origin(trouble), PROVIDER_ERROR, retrySafety));
  }

  /** The same broken by that trouble: never again, or as the exposure allows. */
  static AnswerKey key(AnswerKey broken, Trouble trouble) {
    String retrySafety = isPermanent(trouble) ? NEVER : broken.retrySafety();
    return broken.causedBy(trouble.cause(), origin(trouble), PROVIDER_ERROR, retrySafety);
  }

  private static boolean isPermanent(Trouble trouble) {
    return switch (trouble) {
      case CONFLICT, RATE_LIMITED, SERVER_ERROR, UNCLASSED, UNAVAILABLE, OVERLOADED -> false;
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          AUTH,
          BILLING,
          FORBIDDEN,
          MODEL_NOT_FOUND,
          TOO_LARGE,
          UNPROCESSABLE,
          QUOTA,
          CONTENT_FILTER ->
          true;
    };
  }

  private static String origin(Trouble trouble) {
    return switch (trouble) {
      case AUTH, BILLING, FORBIDDEN, QUOTA -> "account";
      case CONTENT_FILTER -> "policy";
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          MODEL_NOT_FOUND,
          CONFLICT,
          TOO_LARGE,
          UNPROCESSABLE,
          RATE_LIMITED,
          SERVER_ERROR,
          UNCLASSED,
          UNAVAILABLE,
          OVERLOADED ->
          Words.PROVIDER;
    };
  }
}
