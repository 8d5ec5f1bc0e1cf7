// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** OpenAI Chat Completions and the many services that speak it. */
@NullMarked
package dev.lastbyte.wire.dialect.chat;

import org.jspecify.annotations.NullMarked;
