// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The compact form of a run log, with the dictionary that explains its numbers; read back as
 * NDJSON.
 */
@NullMarked
package dev.lastbyte.report.log.compact;

import org.jspecify.annotations.NullMarked;
