// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The bounded, ordered events of one run, and the recorder that collects them: the only state in
 * the core.
 */
@NullMarked
package dev.lastbyte.core.log;

import org.jspecify.annotations.NullMarked;
