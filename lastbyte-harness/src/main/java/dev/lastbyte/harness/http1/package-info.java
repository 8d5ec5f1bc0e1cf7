// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** HTTP/1.1 over one TCP connection (RFC 9112), and what can be done to it. */
@NullMarked
package dev.lastbyte.harness.http1;

import org.jspecify.annotations.NullMarked;
