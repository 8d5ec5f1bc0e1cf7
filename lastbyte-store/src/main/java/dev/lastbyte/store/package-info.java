// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Run logs kept, found again, never lost.
 *
 * <p>A folder has one writer, {@link dev.lastbyte.store.RunStore}, and any number of readers in any
 * process, {@link dev.lastbyte.store.StoredRuns}. It holds:
 *
 * <ul>
 *   <li>{@code journal/00000001.seg} and so on: what was recorded, a record for each start, end and
 *       later report of a run; those that are in the database and not the newest file are deleted
 *   <li>{@code lastbyte.db}: SQLite, a row a run; the log as NDJSON, and columns to list it by; up
 *       to where the journal is indexed, and which runs went on there
 *   <li>{@code lastbyte.lock}: locked while a writer lives
 *   <li>{@code lastbyte.trouble}: what went wrong for a writer, until the next reader has said it
 *   <li>{@code lastbyte.db.damaged-…}: a database that could not be read, moved aside
 * </ul>
 *
 * <p>The folder is made with permissions 0700 and its files with 0600, whatever the umask; one that
 * was open to other users is closed to them when it is opened.
 *
 * <pre>
 * started, ended, append -&gt; journal (mapped memory; returns when it is there)
 * a question             -&gt; what the journal has more -&gt; lastbyte.db -&gt; the response
 * </pre>
 *
 * <p>A file of the journal begins with a record that names its writer and holds a {@link
 * dev.lastbyte.report.log.CompactDictionary}; the others hold logs as {@link
 * dev.lastbyte.report.log.CompactLog} spells them. A record has a checksum, so that damage costs
 * that record only.
 *
 * <p>A run that started and did not end is one of a process that died as soon as another writer has
 * begun, or none holds the folder: it is stored then, with a {@code ProcessLost}.
 */
@NullMarked
package dev.lastbyte.store;

import org.jspecify.annotations.NullMarked;
