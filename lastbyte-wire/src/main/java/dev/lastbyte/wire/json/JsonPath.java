// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

/** A place in a JSON document that a reader looks at; implemented by the enum of that reader. */
public interface JsonPath {

  /**
   * Where it stands: keys joined by dots from the root, {@code []} for every element of an array,
   * as in {@code choices[].delta.content}, {@code *} for every key that no other path names.
   * Several paths, separated by spaces, may mean the same.
   */
  String paths();

  /** Whether it is content: passed by in pieces, never captured. */
  boolean isContent();
}
