// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** The catalogue: what may happen to a response, with the truth of each beside it. */
@NullMarked
package dev.lastbyte.harness.scenario;

import org.jspecify.annotations.NullMarked;
