// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code scoreboard}: the diagnosis held against the harness's answer keys. */
@NullMarked
package dev.lastbyte.cli.scoreboard;

import org.jspecify.annotations.NullMarked;
