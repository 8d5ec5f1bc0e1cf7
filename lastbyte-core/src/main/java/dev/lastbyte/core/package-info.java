// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The run log of an LLM request, and the pure functions that read it: facts, diagnosis, recovery. */
@NullMarked
package dev.lastbyte.core;

import org.jspecify.annotations.NullMarked;
