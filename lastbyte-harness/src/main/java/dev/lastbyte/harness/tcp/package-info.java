// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The client at the other end of a TCP connection, with or without TLS between. */
@NullMarked
package dev.lastbyte.harness.tcp;

import org.jspecify.annotations.NullMarked;
