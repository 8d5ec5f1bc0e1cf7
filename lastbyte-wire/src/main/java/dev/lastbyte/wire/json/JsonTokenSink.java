// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

/**
 * Is told of every token of a document, in order; strings in pieces and without their escapes, so
 * that two spellings of one text are the same bytes.
 */
public interface JsonTokenSink {

  /** An object or an array begins. */
  void open(boolean object);

  /** The innermost object or array ended. */
  void close();

  /** A string begins: a key of an object, or a value. */
  void beginString(boolean key);

  /** A piece of the string at hand, as UTF-8; never empty. */
  void text(byte[] utf8, int from, int to);

  /** The string at hand ended. */
  void endString();

  /**
   * A number, {@code true}, {@code false} or {@code null}, as spelled.
   *
   * @param ascii good during this call only
   */
  void word(byte[] ascii, int length);
}
