// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Responses that a policy ended. */
final class PolicyCauseText {

  private PolicyCauseText() {}

  static final CauseText CONTENT_FILTER =
      new CauseText(
          "The API's proof of an end with the finish content_filter, or an error of the provider's"
              + " of that class.",
          "Another finish in that proof, or earlier terminal evidence.",
          "Keep the filter's category, if the provider names one.",
          "Tell the person; change the request. A filter of Azure's can end a stream without its"
              + " end mark.");

  static final CauseText REFUSAL =
      new CauseText(
          "The API's proof of an end with the finish refusal, or an error of the provider's of that"
              + " class.",
          "Another finish in that proof, or earlier terminal evidence.",
          "Keep the refusal's category, if the provider names one.",
          "Tell the person; change the request. The policy's word is no fault.");
}
