// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Runs scripts in front of clients, whatever protocol brought them, and keeps the ledger. */
@NullMarked
package dev.lastbyte.harness.engine;

import org.jspecify.annotations.NullMarked;
