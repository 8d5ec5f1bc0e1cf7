// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A run as a person reads it and as a program reads it: bounded, and safe to share. All wording
 * lives here; the core only has codes.
 */
@NullMarked
package dev.lastbyte.report;

import org.jspecify.annotations.NullMarked;
