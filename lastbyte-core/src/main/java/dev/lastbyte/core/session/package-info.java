// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Several runs of one conversation, and what only all of them together show. */
@NullMarked
package dev.lastbyte.core.session;

import org.jspecify.annotations.NullMarked;
