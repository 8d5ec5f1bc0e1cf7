// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.sse;

/** Is told what an event stream holds. */
public interface SseSink {

  /** A piece, never empty, of the current event's data; the lines of one event are joined by LF. */
  void data(byte[] bytes, int from, int to);

  /**
   * The current event's blank line arrived.
   *
   * @param name bytes of its {@code event} field, good during this call only
   * @param nameLength how many of them; 0 if it has no name
   * @param bytes its size, from the end of the last event or comment on, without the comments
   *     inside it
   */
  void event(byte[] name, int nameLength, long bytes);

  /** A comment, or an event without data: bytes, but no meaning. */
  void heartbeat(long bytes);
}
