// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Scenarios of the harness, acted through a real gateway by a client that does its part. */
@NullMarked
package dev.lastbyte.scoreboard.driver;

import org.jspecify.annotations.NullMarked;
