// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Ollama's own API. */
@NullMarked
package dev.lastbyte.wire.dialect.ollama;

import org.jspecify.annotations.NullMarked;
