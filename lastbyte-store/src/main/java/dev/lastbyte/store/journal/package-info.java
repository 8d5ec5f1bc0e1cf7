// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The journal: mapped segment files of checksummed records, how they are written and read, and the
 * layout of the store's folder.
 */
@NullMarked
package dev.lastbyte.store.journal;

import org.jspecify.annotations.NullMarked;
