// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules.cause;

/**
 * What is written about a cause, in whole sentences.
 *
 * @param provenBy what leads the diagnosis to it
 * @param refutedBy what leads it elsewhere
 * @param capture what to capture to be surer
 * @param toDo what an engineer should do
 */
public record CauseText(String provenBy, String refutedBy, String capture, String toDo) {

  static final String EARLIER_END =
      "Terminal evidence of another kind that came earlier: the first causal piece decides.";
  static final String OWN_WORD = "Nothing: the client's own word is the proof.";
  static final String THROUGH_GATEWAY = "Send the client through the gateway.";
}
