// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

/**
 * A request that was read whole; of its body only what was measured is left.
 *
 * @param connection the number of the connection that brought it, from 1
 * @param onConnection its number on that connection, from 1
 */
public record Request(long connection, int onConnection, RequestHead head, BodyFacts body) {}
