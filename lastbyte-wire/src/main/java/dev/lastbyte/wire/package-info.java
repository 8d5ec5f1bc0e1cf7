// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Bytes into events: HTTP/1.1, SSE and AWS framing, one class a dialect. */
@NullMarked
package dev.lastbyte.wire;

import org.jspecify.annotations.NullMarked;
