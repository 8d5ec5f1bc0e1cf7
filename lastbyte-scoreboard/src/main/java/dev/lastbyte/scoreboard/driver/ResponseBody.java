// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

/** The body of a response as far as it came; each kind knows its own end. */
abstract sealed class ResponseBody {

  private long contentBytes;

  /** The body once that came too. */
  abstract ResponseBody after(String more);

  abstract boolean isWhole();

  long contentBytes() {
    return contentBytes;
  }

  final void addContent(int bytes) {
    contentBytes += bytes;
  }

  /** Ends with the connection. */
  static final class UntilClose extends ResponseBody {
    @Override
    ResponseBody after(String more) {
      addContent(more.length());
      return this;
    }

    @Override
    boolean isWhole() {
      return false;
    }
  }

  /** Ends after an announced number of bytes. */
  static final class Sized extends ResponseBody {
    private final long bytes;

    Sized(long bytes) {
      this.bytes = bytes;
    }

    @Override
    ResponseBody after(String more) {
      addContent((int) Math.min(more.length(), bytes - contentBytes()));
      return this;
    }

    @Override
    boolean isWhole() {
      return contentBytes() == bytes;
    }
  }

  /** Ends with an empty chunk (RFC 9112 §7.1). What is no chunk never ends. */
  static final class Chunked extends ResponseBody {
    private String rest = "";
    private int left;
    private boolean last;
    private boolean whole;

    @Override
    ResponseBody after(String more) {
      rest += more;
      while (!whole && (left > 0 ? takeContent() : takeLine())) {
        // on to the next piece
      }
      return this;
    }

    private boolean takeContent() {
      int length = Math.min(left, rest.length());
      addContent(length);
      left -= length;
      rest = rest.substring(length);
      return length > 0;
    }

    private boolean takeLine() {
      int end = rest.indexOf("\r\n");
      if (end < 0) {
        return false;
      }
      String line = rest.substring(0, end);
      rest = rest.substring(end + 2);
      if (last) {
        whole = line.isEmpty();
      } else if (!line.isEmpty()) {
        return takeSize(line);
      }
      return true;
    }

    private boolean takeSize(String line) {
      String size = line.replaceFirst(";.*", "").strip();
      if (!size.matches("[0-9a-fA-F]{1,7}")) {
        return false;
      }
      left = Integer.parseInt(size, 16);
      last = left == 0;
      return true;
    }

    @Override
    boolean isWhole() {
      return whole;
    }
  }
}
