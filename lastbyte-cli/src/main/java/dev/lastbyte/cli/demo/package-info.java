// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code demo}: real streams broken behind a real gateway. */
@NullMarked
package dev.lastbyte.cli.demo;

import org.jspecify.annotations.NullMarked;
