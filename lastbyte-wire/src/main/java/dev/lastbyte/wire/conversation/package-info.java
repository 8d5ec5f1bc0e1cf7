// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What is asked, as keyed hashes: enough to know it again, and not to read it. */
@NullMarked
package dev.lastbyte.wire.conversation;

import org.jspecify.annotations.NullMarked;
