// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Other programs' logs into run logs: events as those programs saw them, without their verdicts.
 *
 * <p>{@link dev.lastbyte.imports.LogImporter#read} finds out what a file is by its shape and reads
 * it in one pass, holding none of its content but numbers, flags and tokens. Each program's
 * importer has a package of its own, and reads what an allow list of fields names.
 */
@NullMarked
package dev.lastbyte.imports;

import org.jspecify.annotations.NullMarked;
