// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The server: its listeners, its connections, and what users ask of it. */
@NullMarked
package dev.lastbyte.harness.server;

import org.jspecify.annotations.NullMarked;
