// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One request and its response between two connections: forwarded, retried where that is safe,
 * closed as the other side closed.
 */
@NullMarked
package dev.lastbyte.gateway.exchange;

import org.jspecify.annotations.NullMarked;
