// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The server's side of HTTP/2 (RFC 9113, RFC 7541). */
@NullMarked
package dev.lastbyte.harness.http2;

import org.jspecify.annotations.NullMarked;
