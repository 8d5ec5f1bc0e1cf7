// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/** Attempts that ended well, and those of which nothing is known. */
final class OutcomeCauseText {

  private OutcomeCauseText() {}

  static final CauseText NONE =
      new CauseText(
          "The API's own proof of a whole response was seen, and nothing that it closed with speaks"
              + " of policy, of a cut or of a tool in trouble. An event that broke the API's rules"
              + " leaves it likely, and so does the application's own word alone. Without content"
              + " that can be followed, HTTP's own end makes it possible, not proven.",
          "A cut before HTTP's own end, which makes it stream.late_close; a reason for the end that"
              + " is not known (unknown) or that names a failure; an end that the response itself"
              + " contradicts (proto.grammar); or a tool of the finished response that failed, was"
              + " interrupted or never reported. Text after the end speaks against it and leaves it"
              + " likely: a client that reads on has it, and LiteLLM's stream wrapper loses it"
              + " (BerriAI/litellm#27139).",
          "Use an API and an encoding that the recorder can follow, so that the proof itself is"
              + " seen.",
          "Nothing. Where it is only possible, make the content readable before you trust it.");

  static final CauseText UNKNOWN =
      new CauseText(
          "Nothing does. It is said where no terminal evidence was seen, where a dial failed in a"
              + " way that has no class, where only an error is known that tells nothing, or where"
              + " a response ended for a reason that is not known, which is named then. Where"
              + " nothing says that it failed either, the headline is undetermined.",
          "Any terminal evidence: then the cause has a name.",
          "Record below the SDK or through the gateway, and let the recorder run until the exchange"
              + " has ended.",
          "Read what is missing, capture it, and wait for the next case. Do not file it as a"
              + " transport failure.");
}
