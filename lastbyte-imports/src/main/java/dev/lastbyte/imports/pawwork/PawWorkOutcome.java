// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.pawwork;

/** What an object that may be a PawWork export turned out to be. */
public sealed interface PawWorkOutcome {

  /** An export, whose runs were handed over. */
  record Read() implements PawWorkOutcome {}

  /** The first line of Lastbyte's own run log. */
  record OwnRunLog() implements PawWorkOutcome {}

  /**
   * An export in a version that is not read.
   *
   * @param found the version in the file; 0 if it names none
   */
  record OtherVersion(long found) implements PawWorkOutcome {}

  /**
   * Another object.
   *
   * @param topLevelKeys how many keys it has
   */
  record Foreign(int topLevelKeys) implements PawWorkOutcome {}
}
