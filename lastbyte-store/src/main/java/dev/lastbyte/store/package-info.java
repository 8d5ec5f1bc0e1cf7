// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Run logs kept, found again, never lost.
 *
 * <p>A folder has one writer, {@link dev.lastbyte.store.RunStore}, and any number of readers in any
 * process, {@link dev.lastbyte.store.StoredRuns}. It holds:
 *
 * <ul>
 *   <li>{@code lastbyte.db}: SQLite, a row a run; the log as NDJSON, and columns to list it by
 *   <li>{@code lastbyte.journal}: a line for each run that started and is not in the database yet;
 *       when it ended, another one that replaces it
 *   <li>{@code lastbyte.lock}: locked while a writer lives
 *   <li>{@code lastbyte.db.damaged-…}: a database that could not be read, moved aside
 * </ul>
 *
 * <pre>
 * started(log) -&gt; journal (one write, then returns)
 * ended(log)   -&gt; memory, bounded
 *                 -&gt; journal (5 ms later, many in one write)
 *                 -&gt; lastbyte.db (100 ms later, or when somebody asks; many in one transaction)
 * </pre>
 *
 * <p>What stands in the journal and not in the database when the next writer or reader comes, is
 * the run of a process that died. It is stored then; with a {@code ProcessLost} if it had not
 * ended.
 */
@NullMarked
package dev.lastbyte.store;

import org.jspecify.annotations.NullMarked;
