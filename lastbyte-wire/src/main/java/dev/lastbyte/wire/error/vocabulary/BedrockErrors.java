// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.error.vocabulary;

import dev.lastbyte.core.event.ProviderFailure;

/**
 * The exceptions of Amazon Bedrock, from the header {@code x-amzn-errortype}, the body's {@code
 * __type} or a frame's {@code :exception-type}.
 *
 * <p>Sources: {@code docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes};
 * the API reference of Converse, ConverseStream and InvokeModelWithResponseStream.
 */
public final class BedrockErrors {

  public static final ErrorFamily FAMILY =
      ErrorFamily.empty()
          .word(
              ProviderFailure.AUTH,
              "UnrecognizedClientException",
              "InvalidSignatureException",
              "MissingAuthenticationTokenException",
              "IncompleteSignature",
              "IncompleteSignatureException",
              "InvalidClientTokenId",
              "RequestExpired")
          .word(
              ProviderFailure.FORBIDDEN, "AccessDeniedException", "NotAuthorized", "OptInRequired")
          .word(ProviderFailure.NOT_FOUND, "ResourceNotFoundException", "FTUFormNotFilled")
          .word(
              ProviderFailure.INVALID_REQUEST,
              "ValidationException",
              "ValidationError",
              "InvalidAction")
          .word(ProviderFailure.RATE_LIMITED, "ThrottlingException", "TooManyRequestsException")
          .word(ProviderFailure.QUOTA, "ServiceQuotaExceededException")
          .word(
              ProviderFailure.OVERLOADED,
              "ServiceUnavailableException",
              "ServiceUnavailable",
              "ModelNotReadyException")
          .word(
              ProviderFailure.SERVER_ERROR,
              "InternalServerException",
              "InternalFailure",
              "ModelErrorException",
              "ModelStreamErrorException")
          .word(ProviderFailure.GATEWAY_TIMEOUT, "ModelTimeoutException")
          .word(ProviderFailure.CONFLICT, "ConflictException")
          .phrase(ProviderFailure.CONTEXT_OVERFLOW, "input is too long for requested model")
          .phrase(ProviderFailure.QUOTA, "too many tokens per day");

  private BedrockErrors() {}
}
