// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What a run log proves: a pure fold over its events. */
@NullMarked
package dev.lastbyte.core.facts;

import org.jspecify.annotations.NullMarked;
