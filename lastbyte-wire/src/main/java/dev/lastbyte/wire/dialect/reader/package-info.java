// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the readers of all dialects share: the body reader, the recorder of what a response says,
 * tool calls, and the media (SSE, JSON documents).
 */
@NullMarked
package dev.lastbyte.wire.dialect.reader;

import org.jspecify.annotations.NullMarked;
