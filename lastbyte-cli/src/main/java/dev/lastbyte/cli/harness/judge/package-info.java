// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code harness judge}: how a client behaved, from the harness's ledger. */
@NullMarked
package dev.lastbyte.cli.harness.judge;

import org.jspecify.annotations.NullMarked;
