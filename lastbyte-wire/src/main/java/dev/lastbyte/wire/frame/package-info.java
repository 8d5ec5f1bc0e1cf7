// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The frames of {@code application/vnd.amazon.eventstream}, cut out of bytes as they come. */
@NullMarked
package dev.lastbyte.wire.frame;

import org.jspecify.annotations.NullMarked;
