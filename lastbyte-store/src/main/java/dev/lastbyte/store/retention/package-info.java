// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Background maintenance: prepares and seals segments, and prunes old segments and rows. */
@NullMarked
package dev.lastbyte.store.retention;

import org.jspecify.annotations.NullMarked;
