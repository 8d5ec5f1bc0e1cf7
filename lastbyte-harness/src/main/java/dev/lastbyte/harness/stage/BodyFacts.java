// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.stage;

/**
 * What was measured of a request's body.
 *
 * @param hash keyed, in hexadecimal
 * @param streaming whether it asked for a stream
 * @param refusesStream whether it asked for none
 * @param toolResults how many results of tools it posted back
 */
public record BodyFacts(
    long bytes, String hash, boolean streaming, boolean refusesStream, int toolResults) {}
