// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** PawWork's session exports. */
@NullMarked
package dev.lastbyte.imports.pawwork;

import org.jspecify.annotations.NullMarked;
