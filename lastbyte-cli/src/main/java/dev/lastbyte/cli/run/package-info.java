// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code run}: a child process behind a gateway of its own. */
@NullMarked
package dev.lastbyte.cli.run;

import org.jspecify.annotations.NullMarked;
