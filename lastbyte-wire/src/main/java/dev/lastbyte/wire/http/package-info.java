// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** HTTP/1.1 heads and body framing (RFC 9112), followed without changing a byte. */
@NullMarked
package dev.lastbyte.wire.http;

import org.jspecify.annotations.NullMarked;
