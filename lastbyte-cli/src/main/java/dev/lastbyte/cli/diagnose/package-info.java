// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The commands {@code diagnose}, {@code explain} and {@code rules}. */
@NullMarked
package dev.lastbyte.cli.diagnose;

import org.jspecify.annotations.NullMarked;
