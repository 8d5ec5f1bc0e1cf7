// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The run log as NDJSON: a line for the run, then a line an event.
 *
 * <pre>
 * {"lastbyte":2,"kind":"run","run":"r-7","started_at":"2026-01-31T09:30:00.000Z","provider":"openai","dropped":0}
 * {"kind":"event","id":1,"at_nanos":120,"attempt":1,"vantage":"gateway-up","type":"attempt_started"}
 * {"kind":"event","id":2,"at_nanos":900,"attempt":1,"vantage":"gateway-up","type":"request_sent","bytes":5120}
 * </pre>
 *
 * <p>The lines follow from the sealed hierarchy of {@link dev.lastbyte.core.event.RunEvent}: {@code
 * type} is the record's name in snake case, its components are the fields. Closed words are spelled
 * by {@link dev.lastbyte.core.event.Coded#code()}; what was not seen (null) has no field.
 *
 * <p>{@link dev.lastbyte.report.log.RunLogCodec} reads and writes it. Who writes many logs and
 * reads few may spell them with {@link dev.lastbyte.report.log.CompactLog}, and keep the {@link
 * dev.lastbyte.report.log.CompactDictionary} that turns them into these lines.
 */
@NullMarked
package dev.lastbyte.report.log;

import org.jspecify.annotations.NullMarked;
