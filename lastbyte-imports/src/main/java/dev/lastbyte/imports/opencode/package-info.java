// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** OpenCode: its session exports and its database. */
@NullMarked
package dev.lastbyte.imports.opencode;

import org.jspecify.annotations.NullMarked;
