// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Streams of HTTP/2 in the form of HTTP/1.1, and back: what lies above them need not know which of
 * the two was spoken.
 */
@NullMarked
package dev.lastbyte.gateway.http2;

import org.jspecify.annotations.NullMarked;
