// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Responses that HTTP or its content tells apart, and no class of the provider names. */
final class HttpCauseText {

  private HttpCauseText() {}

  static final CauseText HTTP_REDIRECT =
      new CauseText(
          "The message ended by HTTP's own rules with a status from 300 to 399.",
          CauseText.EARLIER_END,
          "Keep the redirect's target host, in the client's own log.",
          "Correct the base URL: a missing path, http instead of https, or a login page of the"
              + " network.");

  static final CauseText HTTP_CLIENT_ERROR =
      new CauseText(
          "The status is a 4xx that no class of the provider names, and the body named none"
              + " either.",
          "A body with an error class of its own, which then decides.",
          "Keep the connection until the error's body has arrived.",
          "Read the status; look for who answers with it, a proxy more often than the model's"
              + " API.");

  static final CauseText HTTP_SERVER_ERROR =
      new CauseText(
          "The status is a 5xx that no class of the provider names, and the body named none"
              + " either.",
          "A body with an error class of its own, which then decides.",
          "Keep the connection until the error's body has arrived, and the ids of the response's"
              + " head.",
          "Read the status, and look for who answers with it. Replay as the exposure allows.");

  static final CauseText HTTP_UNEXPECTED_MEDIA =
      new CauseText(
          "A good status, an HTML body, on an API that does not send HTML, and the message ended"
              + " without the API's proof.",
          "The API's own proof of a whole response, or an API that is not known.",
          "Look at the page itself once, by hand: it names its writer.",
          "Find the login page, block page or default page in between, or correct the base URL.");

  static final CauseText PROTO_MALFORMED =
      new CauseText(
          "The bytes of the response, or those of the client, break the framing of HTTP: the head,"
              + " or the chunks.",
          CauseText.EARLIER_END,
          "Capture the raw bytes of one case by hand.",
          "Look for a server or a proxy that writes its own HTTP; replay, since it may be one"
              + " broken node.");

  static final CauseText PROTO_GRAMMAR =
      new CauseText(
          "The model had said why it stopped, the rest of the API's proof is missing, and an event"
              + " broke the API's rules; then the message ended by HTTP's own rules. Or the"
              + " response contradicts its own end: two reasons, a tool call after one, or one that"
              + " speaks of a call that never came. A client that believes the first reason runs a"
              + " tool with half of its arguments, or with {} (jcode, 1jehuang/jcode#1326);"
              + " LiteLLM's stream wrapper drops all that follows the first reason"
              + " (BerriAI/litellm#27139); and one that believes the last drops the calls before it"
              + " (RayBytes/ChatMock#114).",
          "The API's own proof of a whole response, if nothing in the response contradicts it; text"
              + " after the end is no more than evidence against it. Without a broken rule it is"
              + " stream.silent_truncation.",
          "Capture the events' types and order of one case.",
          "Report it to whoever serves the API; compatible servers break this more often than"
              + " providers.");

  static final CauseText PROTO_CLIENT_LIMIT =
      new CauseText(
          "The client closed its WebSocket with 1009, or its own word says that a line, an event, a"
              + " header or a message was longer than its parser takes; an error's text makes it"
              + " likely.",
          "The provider's side closing first: then it was that end. A provider that closes with"
              + " 1009 found the request too large, which is provider.too_large.",
          CauseText.THROUGH_GATEWAY + " It sees how long what came was, and who closed.",
          "Do not retry unchanged: the same response would end there again. Raise the parser's"
              + " bound (read buffer, line length, largest message, header size), or ask for a"
              + " shorter response.");
}
