// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Where a script meets a client, whatever the wire: performances, gates, the ledger. */
@NullMarked
package dev.lastbyte.harness.stage;

import org.jspecify.annotations.NullMarked;
