// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What belongs to one event loop, the sockets of this machine, and how a connection was closed. */
@NullMarked
package dev.lastbyte.gateway.transport;

import org.jspecify.annotations.NullMarked;
