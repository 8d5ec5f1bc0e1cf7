// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code backtest}: recorded runs replayed through a candidate retry policy. */
@NullMarked
package dev.lastbyte.cli.backtest;

import org.jspecify.annotations.NullMarked;
