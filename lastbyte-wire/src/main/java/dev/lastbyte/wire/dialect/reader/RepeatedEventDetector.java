// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect.reader;

import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.wire.json.ByteScan;
import dev.lastbyte.wire.json.JsonPath;
import dev.lastbyte.wire.json.JsonPathSink;
import dev.lastbyte.wire.json.JsonText;
import java.util.Arrays;

/**
 * Knows an event again that differs from the last one in its content only. In a stream nearly every
 * event is such an echo, and to compare is five times as fast as to read.
 *
 * <p>How it works: of an event with exactly one piece of content, what stands before it and behind
 * it is remembered, at most {@value #MAX} bytes each. An event that lies whole in one slice, with
 * the same bytes around a string without control bytes, means the same. One that does not is read
 * as ever, so that what is recorded never depends on this class.
 *
 * @param <F> the places that the reader looks at
 */
final class RepeatedEventDetector<F extends JsonPath> implements JsonPathSink<F> {

  private static final int MAX = 256;
  private static final int NONE = -1;

  private final JsonEventReader<F> reader;
  private final byte[] lead = new byte[MAX];
  private final byte[] trail = new byte[MAX];
  private int leadLength = NONE;
  private int trailLength;
  private Content kind = Content.LIFECYCLE;

  private int pieces;
  private int contentStart;
  private int contentEnd;

  RepeatedEventDetector(JsonEventReader<F> reader) {
    this.reader = reader;
  }

  /** What the remembered event is counted as. */
  Content kind() {
    return kind;
  }

  /** The end of the echo that begins at {@code from}, or -1 if there is none. */
  int end(byte[] bytes, int from, int to) {
    int contentFrom = from + leadLength;
    if (leadLength == NONE
        || contentFrom >= to
        || !Arrays.equals(lead, 0, leadLength, bytes, from, contentFrom)) {
      return NONE;
    }
    int contentTo = stringEnd(bytes, contentFrom, to);
    int end = contentTo + trailLength;
    boolean empty = contentTo == contentFrom;
    if (empty || end > to || !Arrays.equals(trail, 0, trailLength, bytes, contentTo, end)) {
      return NONE;
    }
    return end;
  }

  /** The first byte that is neither plain nor a plain escape. */
  private static int stringEnd(byte[] bytes, int from, int to) {
    int at = ByteScan.stringEnd(bytes, from, to);
    while (at + 1 < to && bytes[at] == '\\' && "\"\\/bfnrt".indexOf(bytes[at + 1]) >= 0) {
      at = ByteScan.stringEnd(bytes, at + 2, to);
    }
    return at;
  }

  /** The next event is read in full. */
  void reading() {
    pieces = 0;
    leadLength = NONE;
  }

  /**
   * Remembers the event that was read, if it can have an echo.
   *
   * @param bytes the slice with the whole event, {@code bytes[from..to)}
   */
  void remember(Content read, byte[] bytes, int from, int to) {
    boolean fits = contentStart - from <= MAX && to - contentEnd <= MAX;
    if (pieces == 1 && fits && !hasStringValue(bytes, contentEnd, to)) {
      kind = read;
      leadLength = contentStart - from;
      trailLength = to - contentEnd;
      System.arraycopy(bytes, from, lead, 0, leadLength);
      System.arraycopy(bytes, contentEnd, trail, 0, trailLength);
    }
  }

  /** A string behind the content may be content too, as in log probabilities: never kept. */
  private static boolean hasStringValue(byte[] bytes, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      byte before = bytes[at - 1];
      if (bytes[at] == '"' && (before == ':' || before == '[' || before == ' ')) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void content(F field, byte[] bytes, int from, int to) {
    if (pieces == 0) {
      contentStart = from;
    }
    // Pieces of one string lie side by side; a second string lies elsewhere.
    pieces = pieces == 0 || from == contentEnd ? 1 : 2;
    contentEnd = to;
    reader.content(field, bytes, from, to);
  }

  @Override
  public void scalar(F field, JsonText value) {
    reader.scalar(field, value);
  }

  @Override
  public void opened(F field) {
    reader.opened(field);
  }

  @Override
  public void closed(F field) {
    reader.closed(field);
  }
}
