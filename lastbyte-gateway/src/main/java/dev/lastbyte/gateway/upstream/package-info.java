// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Connections to providers: resolved, opened through proxy and TLS, pooled and shared. Reports to
 * callbacks of its own and knows no exchange.
 */
@NullMarked
package dev.lastbyte.gateway.upstream;

import org.jspecify.annotations.NullMarked;
