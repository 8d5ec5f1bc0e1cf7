// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Runs that are told and not acted: event files whose times are given, for what takes minutes on a
 * real connection, or hangs on the order of milliseconds. Their keys are plain words, as those of
 * scenarios are.
 */
@NullMarked
package dev.lastbyte.harness.told;

import org.jspecify.annotations.NullMarked;
