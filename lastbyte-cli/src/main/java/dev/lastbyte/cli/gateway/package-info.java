// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The commands {@code gateway} and {@code connect}. */
@NullMarked
package dev.lastbyte.cli.gateway;

import org.jspecify.annotations.NullMarked;
