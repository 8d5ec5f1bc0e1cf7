// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the error texts of clients speak of: the catalogue of phrases, types and codes, one file a
 * family, and how a chain of them is read. A text is a hint; only a few prove anything.
 */
@NullMarked
package dev.lastbyte.core.hint;

import org.jspecify.annotations.NullMarked;
