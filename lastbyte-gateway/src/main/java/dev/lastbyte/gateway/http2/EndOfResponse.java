// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

/**
 * Nothing more comes of a response; written behind its last byte. One that is not whole is reset,
 * unless its end is that of its connection.
 *
 * @param orderly whether the provider's connection ended in order
 * @param code what a reset says (RFC 9113 §7)
 */
public record EndOfResponse(boolean orderly, long code) {}
