// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/**
 * A request that was read whole; of its body only what was measured is left.
 *
 * @param bodyHash keyed, in hexadecimal
 * @param streaming whether it asked for a stream
 * @param toolResults how many results of tools it posted back
 */
record Request(
    RequestHead head, long bodyBytes, String bodyHash, boolean streaming, int toolResults) {}
