// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What can be seen of a run, as sealed records of numbers, closed enums and tokens. An event holds
 * what was observed, never what it means; {@link dev.lastbyte.core.event.RunEvent} draws the whole
 * life cycle.
 */
@NullMarked
package dev.lastbyte.core.event;

import org.jspecify.annotations.NullMarked;
