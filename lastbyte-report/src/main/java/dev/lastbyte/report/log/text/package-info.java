// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The text of one run log: a buffer of ASCII, timestamps, and the fixed parts of its lines. */
@NullMarked
package dev.lastbyte.report.log.text;

import org.jspecify.annotations.NullMarked;
