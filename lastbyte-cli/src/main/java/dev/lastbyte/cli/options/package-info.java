// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Options that several commands share, and the converters of their values. */
@NullMarked
package dev.lastbyte.cli.options;

import org.jspecify.annotations.NullMarked;
