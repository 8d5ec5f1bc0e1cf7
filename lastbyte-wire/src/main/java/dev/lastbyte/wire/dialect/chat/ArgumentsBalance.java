// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.chat;

/**
 * Follows a JSON object that arrives as the escaped pieces of JSON strings, to find where it is
 * whole. Keeps its place only, nothing of what passes by.
 */
final class ArgumentsBalance {

  private enum Outer {
    PLAIN,
    ESCAPE,
    UNICODE
  }

  private Outer outer = Outer.PLAIN;
  private int hexDigits;
  private int codeUnit;
  private int depth;
  private boolean begun;
  private boolean whole;
  private boolean inString;
  private boolean escaped;

  /** Whether anything but whitespace was seen. */
  boolean isBegun() {
    return begun;
  }

  /** Whether the outermost object or array was closed. */
  boolean isWhole() {
    return whole;
  }

  void copyFrom(ArgumentsBalance other) {
    outer = other.outer;
    hexDigits = other.hexDigits;
    codeUnit = other.codeUnit;
    depth = other.depth;
    begun = other.begun;
    whole = other.whole;
    inString = other.inString;
    escaped = other.escaped;
  }

  /** Takes a piece of the string as it stands on the wire. */
  void feed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      switch (outer) {
        case PLAIN -> plain(b);
        case ESCAPE -> escape(b);
        case UNICODE -> hexDigit(b);
      }
    }
  }

  private void plain(byte b) {
    if (b == '\\') {
      outer = Outer.ESCAPE;
    } else {
      character(b);
    }
  }

  private void escape(byte b) {
    outer = Outer.PLAIN;
    switch (b) {
      case 'u' -> {
        outer = Outer.UNICODE;
        hexDigits = 0;
        codeUnit = 0;
      }
      case 'b', 'f', 'n', 'r', 't' -> character(' ');
      default -> character(b);
    }
  }

  private void hexDigit(byte b) {
    codeUnit = codeUnit << 4 | Math.max(0, Character.digit(b, 16));
    if (++hexDigits == 4) {
      outer = Outer.PLAIN;
      character(codeUnit);
    }
  }

  private void character(int c) {
    if (inString) {
      inString = escaped || c != '"';
      escaped = !escaped && c == '\\';
      return;
    }
    begun |= c > ' ';
    switch (c) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> whole |= --depth == 0;
      default -> {}
    }
  }
}
