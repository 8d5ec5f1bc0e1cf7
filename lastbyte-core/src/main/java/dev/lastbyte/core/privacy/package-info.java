// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What may be kept: tokens that pass an allow-list, and nothing else. */
@NullMarked
package dev.lastbyte.core.privacy;

import org.jspecify.annotations.NullMarked;
