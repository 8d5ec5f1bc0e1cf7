// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Responses by which the provider, or software that stands for it, said no. */
final class ProviderCauseText {

  private static final String STATUS_ALONE = " The status alone makes it likely.";
  private static final String WHO_WROTE_IT =
      " A page, or an error that software in between signed, is likely an intermediary's; bare"
          + " text, or nothing at all, with a gateway's status is possibly one.";

  private ProviderCauseText() {}

  static final CauseText AUTH =
      new CauseText(
          "Status 401, or an error of the provider's of that class, in the body or in the stream."
              + STATUS_ALONE,
          CauseText.EARLIER_END,
          "Keep the connection until the error's body has arrived.",
          "A person is needed: check the key for a typing error, a revocation, another organisation"
              + " or another host. A status alone does not tell it from an expired credential, of"
              + " which one refresh is the client's.");

  static final CauseText CREDENTIAL_EXPIRED =
      new CauseText(
          "An error of the provider's that says that the credential was right and its time is over,"
              + " in the body or in the stream; no status says it alone.",
          "A text that names expiry among other reasons, or says that a refresh failed, or that"
              + " what expired is what credentials are refreshed with: that is provider.auth. A"
              + " signature that expired is a clock that is wrong.",
          "Keep the connection until the error's body has arrived.",
          "Refresh the credential once and send the request again with the new one; a person is"
              + " needed only if that fails. Before: see whether this machine's clock is right, and"
              + " refresh earlier than at the last second.");

  static final CauseText FORBIDDEN =
      new CauseText(
          "Status 403, or an error of the provider's of that class, in the body or in the stream."
              + STATUS_ALONE,
          CauseText.EARLIER_END,
          "Keep the error's body: an HTML page is a firewall's, not the provider's.",
          "Check the account's rights, the region, and whether the model is open to it.");

  static final CauseText NOT_FOUND =
      new CauseText(
          "Status 404, or an error of the provider's of that class, in the body or in the stream."
              + STATUS_ALONE,
          CauseText.EARLIER_END,
          "Keep the connection until the error's body has arrived.",
          "Check the model's name and the base URL's path.");

  static final CauseText INVALID_REQUEST =
      new CauseText(
          "Status 400 or 422, or an error of the provider's of that class, in the body or in the"
              + " stream."
              + STATUS_ALONE,
          "A body that names a narrower class (context overflow, lost state, content filter), which"
              + " then decides.",
          "Keep the error's body: it names the field.",
          "Correct the request. A history that was cut by an earlier failure (a tool call without"
              + " its result) is a common reason.");

  static final CauseText CONTEXT_OVERFLOW =
      new CauseText(
          "An error of the provider's that says so, in the body or in the stream; no status says it"
              + " alone.",
          CauseText.EARLIER_END,
          "Record the request's token count as the client counts it.",
          "Shorten the history (compaction), then send the shorter request.");

  static final CauseText TOO_LARGE =
      new CauseText(
          "Status 413, or an error of the provider's of that class, in the body or in the stream,"
              + " or a WebSocket's close frame with 1009."
              + STATUS_ALONE,
          "Words of the error's that speak of tokens: then it is provider.context_overflow.",
          "Keep the error's body: a proxy's limit looks the same by its status.",
          "Make the request smaller: images and files first. Check each proxy's limit too.");

  static final CauseText RATE_LIMITED =
      new CauseText(
          "Status 429 whose body names no other class, or an error of the provider's of that"
              + " class."
              + STATUS_ALONE,
          "A response that speaks of quota, billing or a plan's window, which then decides.",
          "Record the rate-limit headers, which tell requests from tokens.",
          "Wait as long as Retry-After says, with jitter, under one budget for all runs of the"
              + " account; lower the parallelism.");

  static final CauseText QUOTA =
      new CauseText(
          "An error of the provider's that says so; status 429 alone is likely a rate limit.",
          CauseText.EARLIER_END,
          "Nothing: the provider's word is the proof.",
          "Wait for the reset, raise the quota, or use another account. Repeating does not help.");

  static final CauseText PLAN_WINDOW =
      new CauseText(
          "An error of the provider's that names the plan's window of use, or status 429 with"
              + " headers that say that it is used up. No status says it alone.",
          CauseText.EARLIER_END,
          "Nothing: the provider's word is the proof.",
          "Wait until the window resets; its time is in the report if the provider gave it.");

  static final CauseText BILLING =
      new CauseText(
          "Status 402, or an error of the provider's of that class." + STATUS_ALONE,
          CauseText.EARLIER_END,
          "Keep the connection until the error's body has arrived.",
          "Settle the bill or add credit.");

  static final CauseText OVERLOADED =
      new CauseText(
          "Status 503 or 529, or an error of the provider's of that class, also inside a stream"
              + " that had begun well."
              + STATUS_ALONE,
          "A body that names another class, which then decides.",
          "Keep the request id and the time: the provider's status page can be held against it.",
          "Wait with growing pauses and jitter; offer another model. Inside a stream the exposure"
              + " decides as for a cut.");

  static final CauseText SERVER_ERROR =
      new CauseText(
          "Status 500, or an error of the provider's of that class, also inside a stream that had"
              + " begun well."
              + STATUS_ALONE,
          "A body that names another class, which then decides.",
          "Keep the request id.",
          "Replay with backoff as the exposure allows. If one request always does it, the request"
              + " is the cause: change it. Ask the provider with the request id.");

  static final CauseText BAD_GATEWAY =
      new CauseText(
          "Status 502, one of Cloudflare's about its origin (520, 521, 523, 525, 526, 530), or an"
              + " error of the provider's of that class, such as the reason network_error of the"
              + " service behind a relay that calls the end an ordinary one."
              + STATUS_ALONE
              + WHO_WROTE_IT,
          "A body that names another class, which then decides.",
          "Keep the response's ids: they tell whose gateway it was.",
          "Replay with backoff as the exposure allows.");

  static final CauseText GATEWAY_TIMEOUT =
      new CauseText(
          "Status 408 or 504, Cloudflare's 522 or 524, or an error of the provider's that says that"
              + " the request took too long."
              + STATUS_ALONE
              + WHO_WROTE_IT,
          "A body that names another class, which then decides.",
          "Record the request's age: with one number in many cases it is a timer.",
          "Stream, so that bytes flow before the timer; else shorten the work. The provider may"
              + " have done it and billed it.");

  static final CauseText CONFLICT =
      new CauseText(
          "Status 409, or an error of the provider's of that class." + STATUS_ALONE,
          CauseText.EARLIER_END,
          "Keep the connection until the error's body has arrived.",
          "Replay with backoff; if it stays, find the other request on the same object.");

  static final CauseText STATE_LOST =
      new CauseText(
          "An error of the provider's that says that what the request builds on (a previous"
              + " response, a cursor, a container) is gone.",
          CauseText.EARLIER_END,
          "Record the age of the state that was named.",
          "Send the whole history instead of the reference.");

  static final CauseText IN_STREAM_ERROR =
      new CauseText(
          "An error event inside a stream whose code fits no other class, or that says it by its"
              + " name alone, whatever end a relay puts behind it. A code that fits decides for"
              + " that class instead, and goes before a type that services put on every error.",
          CauseText.EARLIER_END
              + " Data that cannot be read are no such event: they speak against the end and no"
              + " more.",
          "Keep the provider's own code: it may deserve a class.",
          "Read the code: whether another try may succeed is not known, so a person decides. Ask"
              + " the provider with the request id.");

  static final CauseText CANCELLED =
      new CauseText(
          "Status 499, an error of that class, or the API's proof of an end with the finish"
              + " cancelled: a hop beyond this one gave the request up, and this side did not."
              + STATUS_ALONE,
          "An abort of this side's own before it.",
          "Keep the response's ids: they tell whose gateway it was.",
          "Find out who cancelled it: a relay's timer does so too. Whether another try may succeed"
              + " only they can tell.");

  static final CauseText OUTPUT_LIMIT =
      new CauseText(
          "The API's proof of an end with the finish length, max_tokens or max_output_tokens, also"
              + " where nothing but reasoning came before it.",
          "Another finish in that proof.",
          "Record the limit that the request sets on its output.",
          "Go on from what is there, or raise the limit: the same request ends there again.");

  static final CauseText INCOMPLETE =
      new CauseText(
          "The API's proof of an end with the finish context_window or incomplete.",
          "Another finish in that proof.",
          "Record the request's token count and its limits.",
          "Shorten the history, or go on from what is there.");
}
