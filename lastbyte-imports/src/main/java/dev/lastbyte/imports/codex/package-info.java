// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Codex: its session logs and what {@code exec --json} prints. */
@NullMarked
package dev.lastbyte.imports.codex;

import org.jspecify.annotations.NullMarked;
