// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

/** What the server does with the body of a request. */
public enum UploadHandling {
  /** Reads it whole, after a 100 where one is expected. */
  READ,
  /** Reads it whole, and sends no 100 before. */
  READ_WITHOUT_CONTINUE,
  /** Reads the first of its bytes and no more. */
  CUT
}
