// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Google's generateContent, of the Gemini API and of Vertex AI. */
@NullMarked
package dev.lastbyte.wire.dialect.gemini;

import org.jspecify.annotations.NullMarked;
