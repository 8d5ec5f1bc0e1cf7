// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Other programs' logs into run logs. */
@NullMarked
package dev.lastbyte.imports;

import org.jspecify.annotations.NullMarked;
