// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Whether it is safe to try again, and what to do next: pure functions of facts and diagnosis. */
@NullMarked
package dev.lastbyte.core.recovery;

import org.jspecify.annotations.NullMarked;
