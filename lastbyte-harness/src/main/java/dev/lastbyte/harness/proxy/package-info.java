// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What may stand between a client and its provider, or in the place of one. */
@NullMarked
package dev.lastbyte.harness.proxy;

import org.jspecify.annotations.NullMarked;
