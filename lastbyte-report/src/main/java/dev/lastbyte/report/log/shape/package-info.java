// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The shape of every event, found by reflection over the sealed hierarchy: components, their types,
 * and how to read and build them.
 */
@NullMarked
package dev.lastbyte.report.log.shape;

import org.jspecify.annotations.NullMarked;
