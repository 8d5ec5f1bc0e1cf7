// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Run logs kept, found again, never lost. */
@NullMarked
package dev.lastbyte.store;

import org.jspecify.annotations.NullMarked;
