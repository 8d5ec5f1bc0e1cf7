// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The server's side of WebSocket (RFC 6455), after the client has asked for it: messages one after
 * the other, pings answered, and every way to close or to fall silent. No extensions.
 */
@NullMarked
package dev.lastbyte.harness.websocket;

import org.jspecify.annotations.NullMarked;
