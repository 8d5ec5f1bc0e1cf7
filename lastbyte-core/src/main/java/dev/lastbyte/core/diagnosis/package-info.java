// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** Where a run failed, what ended it and who: pure functions of its facts. */
@NullMarked
package dev.lastbyte.core.diagnosis;

import org.jspecify.annotations.NullMarked;
