// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The wording: codes of the core into sentences for a person. Exhaustive, so that no code is mute.
 */
@NullMarked
package dev.lastbyte.report.words;

import org.jspecify.annotations.NullMarked;
