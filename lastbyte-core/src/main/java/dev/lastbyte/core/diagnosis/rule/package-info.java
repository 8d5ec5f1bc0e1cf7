// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * From facts to a cause: one class for each family of causes, and the {@link
 * dev.lastbyte.core.diagnosis.rule.Diagnoser} that asks them in their order.
 */
@NullMarked
package dev.lastbyte.core.diagnosis.rule;

import org.jspecify.annotations.NullMarked;
