// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Run log and diagnosis as JSON and Markdown. */
@NullMarked
package dev.lastbyte.report;

import org.jspecify.annotations.NullMarked;
