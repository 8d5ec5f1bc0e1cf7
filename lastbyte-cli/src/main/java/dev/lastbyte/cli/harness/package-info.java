// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code harness} and its subcommands {@code serve}, {@code list}, {@code show} and
 * {@code check}.
 */
@NullMarked
package dev.lastbyte.cli.harness;

import org.jspecify.annotations.NullMarked;
