// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/**
 * What a script may depend on beside dialect and framing.
 *
 * @param reused whether the connection has carried a request before
 * @param streaming whether the request asked for a stream
 */
public record Occasion(boolean reused, boolean streaming) {
  /** A request for a stream; where a reused connection matters, the second one that it carries. */
  public static final Occasion CANONICAL = new Occasion(true, true);
}
