// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** OpenAI Responses, over HTTP and over WebSocket. */
@NullMarked
package dev.lastbyte.wire.dialect.responses;

import org.jspecify.annotations.NullMarked;
