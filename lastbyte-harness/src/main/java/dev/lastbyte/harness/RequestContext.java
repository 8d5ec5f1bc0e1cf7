// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/**
 * What a script may depend on beside dialect and framing.
 *
 * @param reused whether the connection has carried a request before
 * @param streaming whether the request asked for a stream
 * @param attempt how often a request with the same body has come, this one included
 * @param toolResults how many results of tools the request posted back
 */
public record RequestContext(boolean reused, boolean streaming, int attempt, int toolResults) {
  /** The first request for a stream; where a reused connection matters, the second one on it. */
  public static final RequestContext CANONICAL = new RequestContext(true, true, 1, 0);
}
