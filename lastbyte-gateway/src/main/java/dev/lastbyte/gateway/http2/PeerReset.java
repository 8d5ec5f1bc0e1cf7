// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.http2;

/**
 * The other side reset the stream; an event of the stream's channel.
 *
 * @param code the error code of RFC 9113 §7
 */
public record PeerReset(long code) {}
