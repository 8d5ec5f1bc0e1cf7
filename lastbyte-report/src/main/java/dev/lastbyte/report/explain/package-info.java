// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What an error text tells by itself, what can hide behind it, and how to find out. */
@NullMarked
package dev.lastbyte.report.explain;

import org.jspecify.annotations.NullMarked;
