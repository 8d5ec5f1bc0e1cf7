// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.RunEvent;

/**
 * An event and its place in the log, by which evidence names it.
 *
 * @param id from 1, in the order of the log
 */
public record Seen<E extends RunEvent>(int id, E event) {}
