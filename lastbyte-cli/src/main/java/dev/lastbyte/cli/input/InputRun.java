// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.input;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.SourceFamily;
import dev.lastbyte.report.log.ReadProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run out of a file.
 *
 * @param problems what of our own events could not be used
 * @param family whose log it is out of, or null if it is of our own events
 */
public record InputRun(RunLog log, List<ReadProblem> problems, @Nullable SourceFamily family) {}
