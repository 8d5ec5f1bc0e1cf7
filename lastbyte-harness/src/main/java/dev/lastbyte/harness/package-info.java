// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** An LLM provider that misbehaves exactly as told, and knows the truth about it. */
@NullMarked
package dev.lastbyte.harness;

import org.jspecify.annotations.NullMarked;
