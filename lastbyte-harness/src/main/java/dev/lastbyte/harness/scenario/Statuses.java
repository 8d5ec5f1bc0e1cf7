// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import static dev.lastbyte.harness.scenario.composition.KeyTokens.CONFIRM;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.NEVER;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.PROVIDER_ERROR;
import static dev.lastbyte.harness.scenario.composition.KeyTokens.SAFE;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.provider.ProviderError;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.KeyTokens;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.script.Field;
import java.util.List;
import java.util.Set;

/** The provider says no, with a status. */
final class Statuses {

  private Statuses() {}

  static List<Scenario> all() {
    return List.of(
        Statuses.of(
            "429-retry-after-seconds",
            ProviderError.RATE_LIMITED,
            SAFE,
            new Field("retry-after", "1")),
        // a date that has passed: the bytes of a response are always the same
        Statuses.of(
            "429-retry-after-date",
            ProviderError.RATE_LIMITED,
            SAFE,
            new Field("retry-after", "Thu, 01 Jan 2026 00:00:00 GMT")),
        Statuses.of(
            "429-retry-after-ms",
            ProviderError.RATE_LIMITED,
            SAFE,
            new Field("retry-after-ms", "50")),
        Statuses.of("429-retry-after-absent", ProviderError.RATE_LIMITED, SAFE),
        Statuses.of(
            "429-retry-after-excessive",
            ProviderError.RATE_LIMITED,
            NEVER,
            new Field("retry-after", "86400")),
        thenWell(),
        Statuses.of("429-quota", ProviderError.QUOTA, NEVER)
            .withDialects(
                Set.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.AZURE_CHAT)),
        Statuses.of(
            "x-should-retry-false",
            ProviderError.SERVER_ERROR,
            NEVER,
            new Field("x-should-retry", "false")),
        Statuses.of("500", ProviderError.SERVER_ERROR, SAFE),
        Statuses.of("529", ProviderError.OVERLOADED, SAFE)
            .withDialects(Set.of(Dialect.ANTHROPIC_MESSAGES)),
        Statuses.of("400-invalid", ProviderError.INVALID_REQUEST, NEVER),
        Statuses.of("400-context-length", ProviderError.CONTEXT_OVERFLOW, NEVER)
            .withDialects(
                Set.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES, Dialect.AZURE_CHAT)),
        Statuses.of("400-content-filter", ProviderError.CONTENT_FILTER, NEVER)
            .withDialects(Set.of(Dialect.AZURE_CHAT)),
        Statuses.of("401", ProviderError.AUTH, NEVER),
        Statuses.of("401-expired", ProviderError.CREDENTIAL_EXPIRED, NEVER),
        Statuses.of("402", ProviderError.BILLING, NEVER),
        Statuses.of("403", ProviderError.FORBIDDEN, NEVER),
        Statuses.of("404-model", ProviderError.MODEL_NOT_FOUND, NEVER),
        Statuses.of("409", ProviderError.CONFLICT, SAFE),
        Statuses.of("413", ProviderError.TOO_LARGE, NEVER),
        Statuses.of("422", ProviderError.UNPROCESSABLE, NEVER));
  }

  /** A second request is served. */
  private static ScenarioEntry thenWell() {
    ScenarioEntry limited =
        of("429-then-ok", ProviderError.RATE_LIMITED, SAFE, new Field("retry-after-ms", "1"));
    return ScenarioEntry.of(
            limited.name(),
            ScenarioBehavior.firstThen(limited.behavior(), ScenarioBehavior.TEXT_RESPONSE),
            limited.keys())
        .withClientBehavior(new ClientBehavior.Repeats(2));
  }

  static ScenarioEntry of(
      String name, ProviderError providerError, String retrySafety, Field... more) {
    return ScenarioEntry.of(
        name,
        ScenarioBehavior.WholeResponse.json(
            providerError.status(),
            providerError.reason(),
            List.of(more),
            dialect -> ProviderDialects.of(dialect).errorBody(providerError)),
        AnswerKeys.caused(
            providerError.cause(), origin(providerError), PROVIDER_ERROR, retrySafety));
  }

  /** The same broken by that trouble: never again, or as the exposure allows. */
  static AnswerKey key(AnswerKey broken, ProviderError providerError) {
    String retrySafety =
        switch (providerError) {
          // An error that no client understands is not sent again without a person's word.
          case UNCLASSED -> CONFIRM;
          default -> isPermanent(providerError) ? NEVER : broken.retrySafety();
        };
    return broken.causedBy(
        providerError.cause(), origin(providerError), PROVIDER_ERROR, retrySafety);
  }

  private static boolean isPermanent(ProviderError providerError) {
    return switch (providerError) {
      case CONFLICT, RATE_LIMITED, SERVER_ERROR, UNCLASSED, UNAVAILABLE, OVERLOADED -> false;
      case INVALID_REQUEST,
          CONTEXT_OVERFLOW,
          AUTH,
          CREDENTIAL_EXPIRED,
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

  private static String origin(ProviderError providerError) {
    return switch (providerError) {
      case AUTH, CREDENTIAL_EXPIRED, BILLING, FORBIDDEN, QUOTA -> "account";
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
          KeyTokens.PROVIDER;
    };
  }
}
