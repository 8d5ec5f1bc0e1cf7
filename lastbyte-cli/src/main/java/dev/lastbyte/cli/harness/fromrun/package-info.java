// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code harness from-run}: a scenario made of a recorded run. */
@NullMarked
package dev.lastbyte.cli.harness.fromrun;

import org.jspecify.annotations.NullMarked;
