// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a page says of each cause: what proves it, what refutes it, what it is mistaken for and what
 * to do.
 */
@NullMarked
package dev.lastbyte.report.rules.cause;

import org.jspecify.annotations.NullMarked;
