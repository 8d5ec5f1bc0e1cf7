// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * WebSockets (RFC 6455, RFC 7692), followed without changing a byte, and the requests and responses
 * on them in the dialects that use one.
 */
@NullMarked
package dev.lastbyte.wire.websocket;

import org.jspecify.annotations.NullMarked;
