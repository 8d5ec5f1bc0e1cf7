// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The rule catalogue: one page a cause, as text, JSON and Markdown.
 *
 * <p>What the deciding code knows is asked of it: look-alikes, prospects, headlines, what would
 * change a cause, known timers. What it cannot be asked ({@link
 * dev.lastbyte.report.rules.Argument}) and the prose are written down here; a test holds them
 * against what the diagnosis says of stories, told and random.
 */
@NullMarked
package dev.lastbyte.report.rules;

import org.jspecify.annotations.NullMarked;
