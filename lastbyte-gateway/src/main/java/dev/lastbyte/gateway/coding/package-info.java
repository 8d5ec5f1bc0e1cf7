// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The content codings that need a native library. */
@NullMarked
package dev.lastbyte.gateway.coding;

import org.jspecify.annotations.NullMarked;
