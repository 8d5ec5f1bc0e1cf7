// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What an error says: the providers' words as data, and the pauses they ask for. */
@NullMarked
package dev.lastbyte.wire.error;

import org.jspecify.annotations.NullMarked;
