// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Connections of clients, in HTTP/1.1 and HTTP/2: accepted, read, routed and closed. */
@NullMarked
package dev.lastbyte.gateway.client;

import org.jspecify.annotations.NullMarked;
