// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * How services say that a credential's time is over, which is not that it was wrong: the client
 * fetches a new one and sends the request again. Where the credential is over that new ones are
 * fetched with, no client can, and a person has to log in: that is a credential rejected.
 *
 * <p>A text that names expiry among other reasons ("missing, invalid, or have expired") says
 * neither. A signature that expired is a clock that is wrong.
 *
 * <p>Sources: RFC 6749 §5.2 ({@code invalid_grant}), RFC 6750 §3.1; {@code token_expired} and its
 * text of OpenAI's backend for plans, {@code refresh_token_expired} and its kin of its log-in
 * (openai/codex, {@code login/src}); Anthropic's text as field reports show it
 * (anthropics/claude-code#4293); {@code google.api.ErrorReason}; AWS STS's common errors and the
 * text of Bedrock's bearer tokens; {@code expired_key} of LiteLLM's proxy; "token expired" of
 * GitHub Copilot (Gitlawb/openclaude#1042); Zhipu 1003, Baidu 111 and {@code iam_token_expired} as
 * their documents list them; PyJWT and jsonwebtoken, whose texts servers pass on; the "Token has
 * expired and refresh failed" of AWS's single sign-on in botocore.
 */
public final class ExpiredCredentials {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(
              ProviderFailure.AUTH,
              "invalid_grant",
              "refresh_token_expired",
              "refresh_token_reused",
              "refresh_token_invalidated")
          .word(
              ProviderFailure.CREDENTIAL_EXPIRED,
              "token_expired",
              "API_KEY_EXPIRED",
              "ACCESS_TOKEN_EXPIRED",
              "ExpiredToken",
              "ExpiredTokenException",
              "expired_key",
              "iam_token_expired",
              "1003")
          .code(ProviderFailure.CREDENTIAL_EXPIRED, BusinessCodes.BAIDU, "111")
          .phrase(
              ProviderFailure.AUTH,
              "refresh token has expired",
              "refresh token is expired",
              "refresh token expired",
              "has expired and refresh failed")
          .phrase(
              ProviderFailure.CREDENTIAL_EXPIRED,
              "token has expired",
              "token is expired",
              "token expired",
              "security token included in the request is expired",
              "jwt expired",
              "signature has expired",
              "api key has expired",
              "api key expired",
              "api key is expired",
              "credential has expired",
              "credentials have expired",
              "credentials expired",
              "expired credentials",
              "令牌已过期",
              "token已过期",
              "token 已过期",
              "密钥已过期",
              "凭证已过期");

  private ExpiredCredentials() {}
}
