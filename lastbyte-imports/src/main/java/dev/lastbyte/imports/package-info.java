// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Other programs' logs into run logs: events as those programs saw them, without their verdicts.
 *
 * <p>{@link dev.lastbyte.imports.Imports#read} finds out what a file is and reads it in one pass,
 * holding none of its content but numbers, flags and tokens. Today it knows the session export of
 * PawWork, and recognises Lastbyte's own run log.
 */
@NullMarked
package dev.lastbyte.imports;

import org.jspecify.annotations.NullMarked;
