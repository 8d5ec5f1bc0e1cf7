// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/** What the importers share: bounded JSON, times, errors, and one sending as a run log. */
@NullMarked
package dev.lastbyte.imports.reading;

import org.jspecify.annotations.NullMarked;
