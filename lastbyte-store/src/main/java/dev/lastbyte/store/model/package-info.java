// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The values that {@code RunStore} and {@code StoredRuns} take and return: rows, verdicts,
 * retention bounds, errors.
 */
@NullMarked
package dev.lastbyte.store.model;

import org.jspecify.annotations.NullMarked;
