// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.script;

/**
 * A header field (RFC 9110 §5).
 *
 * @param name in lower case, as HTTP/2 wants it (RFC 9113 §8.2)
 */
public record Field(String name, String value) {}
