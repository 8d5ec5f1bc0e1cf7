// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What scenarios are put together from: behaviours, cut points, endings, and the answer keys that
 * follow from them.
 */
@NullMarked
package dev.lastbyte.harness.scenario.composition;

import org.jspecify.annotations.NullMarked;
