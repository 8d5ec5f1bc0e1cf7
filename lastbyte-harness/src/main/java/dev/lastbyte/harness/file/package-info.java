// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Scenarios of one's own, told in YAML in the words of a stream's meaning. What a word means is
 * said in {@code docs/harness.md}.
 *
 * <pre>
 * file → Given (typed, with its place) → steps and end → Draft → script
 * </pre>
 */
@NullMarked
package dev.lastbyte.harness.file;

import org.jspecify.annotations.NullMarked;
