// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

import dev.lastbyte.core.log.RunLog;

/**
 * A run that another program's log tells of.
 *
 * @param source what the log is
 * @param log what it says of the run
 */
public record ImportedRun(ReadableSource source, RunLog log) {}
