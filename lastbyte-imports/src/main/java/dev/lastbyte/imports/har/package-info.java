// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** HTTP archives (HAR 1.2) of browsers and debugging proxies. */
@NullMarked
package dev.lastbyte.imports.har;

import org.jspecify.annotations.NullMarked;
