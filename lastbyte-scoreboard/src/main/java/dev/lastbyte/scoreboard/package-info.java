// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What was diagnosed, beside the answer keys. */
@NullMarked
package dev.lastbyte.scoreboard;

import org.jspecify.annotations.NullMarked;
