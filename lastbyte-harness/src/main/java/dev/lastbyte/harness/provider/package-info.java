// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The streams, bodies, heads and errors of each provider's API, as bytes. */
@NullMarked
package dev.lastbyte.harness.provider;

import org.jspecify.annotations.NullMarked;
