// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

/** What a file is, by its shape and never by its name alone. */
public sealed interface SourceKind permits ReadableSource, UnreadSource {

  /** What it is, as the end of "it is ...". */
  String described();
}
