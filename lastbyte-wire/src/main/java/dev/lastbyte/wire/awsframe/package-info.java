// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The binary frames of {@code application/vnd.amazon.eventstream}, scanned in slices of any size.
 */
@NullMarked
package dev.lastbyte.wire.awsframe;

import org.jspecify.annotations.NullMarked;
