// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** A throw-away certificate authority, TLS over sockets of ours, and handshakes that fail. */
@NullMarked
package dev.lastbyte.harness.tls;

import org.jspecify.annotations.NullMarked;
