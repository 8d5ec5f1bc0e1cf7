// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

/** Encoded bytes cannot be decoded, or must not be. Never leaves the tap that asked for them. */
public final class CodingException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Fault fault;

  private CodingException(Fault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  /** What is wrong. */
  public enum Fault {
    /** The bytes are not what the coding demands. */
    CORRUPT,
    /** They stand for more than any response holds: a decompression bomb, or as good as one. */
    TOO_MUCH
  }

  /** The bytes are not what the coding demands. */
  public static CodingException corrupt() {
    return new CodingException(Fault.CORRUPT);
  }

  static CodingException tooMuch() {
    return new CodingException(Fault.TOO_MUCH);
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }
}
