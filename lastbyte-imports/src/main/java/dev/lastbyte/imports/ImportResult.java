// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports;

/** What a file turned out to be. Only {@link Runs} holds anything to diagnose. */
public sealed interface ImportResult {

  /**
   * A log that we know, whose runs were handed over.
   *
   * @param source what it is
   * @param runs how many runs it told of; 0 if it traced none
   * @param losses what of it could not be read
   */
  record Runs(ReadableSource source, long runs, ImportLosses losses) implements ImportResult {}

  /**
   * A file of a known program that holds nothing to diagnose.
   *
   * @param source what it is
   */
  record Unread(UnreadSource source) implements ImportResult {}

  /**
   * A log that we know, and another one than it was said to be.
   *
   * @param found what it is
   */
  record OtherSource(SourceKind found) implements ImportResult {}

  /** Lastbyte's own run log, for which the report's codec is the reader. */
  record OwnRunLog() implements ImportResult {}

  /**
   * A format that we know, in a version that we do not.
   *
   * @param found the version in the file; 0 if it names none
   * @param supported the version that we read
   */
  record UnknownVersion(String format, long found, long supported) implements ImportResult {}

  /**
   * Whole JSON, but of no format known to us.
   *
   * @param shape what its first value is
   * @param topLevelKeys how many keys that value has; 0 if it is not an object
   */
  record UnknownFormat(Shape shape, int topLevelKeys) implements ImportResult {}

  /**
   * Not JSON.
   *
   * @param line where it stops being JSON, from 1
   * @param column where it stops being JSON, from 1
   */
  record NotJson(int line, int column) implements ImportResult {}

  /**
   * JSON that ends before it is whole.
   *
   * @param line where it ends, from 1
   * @param column where it ends, from 1
   */
  record Truncated(int line, int column) implements ImportResult {}

  /**
   * JSON beyond what we are willing to follow: nested deeper than {@value LogImporter#MAX_DEPTH},
   * or with a text, a name or a number of absurd length.
   *
   * @param line where the bound was hit, from 1
   * @param column where the bound was hit, from 1
   */
  record LimitExceeded(int line, int column) implements ImportResult {}

  /** Nothing but white space. */
  record Empty() implements ImportResult {}

  /** The file system did not give it to us. */
  record Unreadable(Reason reason) implements ImportResult {}

  /** What a JSON document's first value is. */
  enum Shape {
    OBJECT,
    ARRAY,
    SCALAR
  }

  /** Why a file could not be read. */
  enum Reason {
    /** There is no such file. */
    MISSING,
    /** It is a folder. */
    FOLDER,
    /** We may not read it. */
    FORBIDDEN,
    /** Reading failed half-way, or for any other reason. */
    FAILED
  }
}
