// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Server-sent events, cut out of a stream of bytes. */
@NullMarked
package dev.lastbyte.wire.sse;

import org.jspecify.annotations.NullMarked;
