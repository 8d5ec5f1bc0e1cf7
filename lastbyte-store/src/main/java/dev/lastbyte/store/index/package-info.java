// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The SQLite index: reads new journal records into the database, up to a checkpoint that moves with
 * the rows.
 */
@NullMarked
package dev.lastbyte.store.index;

import org.jspecify.annotations.NullMarked;
