// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What a server does with one request, as data, in bytes and free of any framing. */
@NullMarked
package dev.lastbyte.harness.script;

import org.jspecify.annotations.NullMarked;
