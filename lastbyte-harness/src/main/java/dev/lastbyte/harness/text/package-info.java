// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** JSON and names as text; below everything else of the harness. */
@NullMarked
package dev.lastbyte.harness.text;

import org.jspecify.annotations.NullMarked;
