// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import org.jspecify.annotations.Nullable;

/**
 * What a record of a segment tells, by its first byte. Never zero: there a segment is unwritten.
 */
public enum RecordType {
  /** A segment begins: which format it has, and which writer wrote it. */
  HEADER('H'),

  /** A run goes on: its log so far. */
  STARTED('S'),

  /** A run ended: its log. */
  ENDED('E'),

  /** Of a run that had ended: its id, and more events. */
  REPORTED('R');

  private final byte code;

  RecordType(char code) {
    this.code = (byte) code;
  }

  public byte code() {
    return code;
  }

  /** The kind, or null if no record begins so. */
  static @Nullable RecordType of(byte code) {
    return switch (code) {
      case 'H' -> HEADER;
      case 'S' -> STARTED;
      case 'E' -> ENDED;
      case 'R' -> REPORTED;
      default -> null;
    };
  }
}
