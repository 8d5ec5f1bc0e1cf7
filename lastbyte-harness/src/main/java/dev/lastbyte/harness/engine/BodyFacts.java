// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import java.util.List;

/**
 * What was measured of a request's body. All hashes are keyed, in hexadecimal.
 *
 * @param hash equal for equal bytes
 * @param canonicalHash equal for equal JSON; the same as the other one where it is no JSON
 * @param streaming whether it asked for a stream
 * @param refusesStream whether it asked for none
 * @param toolResults how many results of tools it posted back
 * @param toolCalls hashes of the calls that these were results of, at most 64
 */
public record BodyFacts(
    long bytes,
    String hash,
    String canonicalHash,
    boolean streaming,
    boolean refusesStream,
    int toolResults,
    List<String> toolCalls) {

  /** An immutable copy. */
  public BodyFacts {
    toolCalls = List.copyOf(toolCalls);
  }
}
