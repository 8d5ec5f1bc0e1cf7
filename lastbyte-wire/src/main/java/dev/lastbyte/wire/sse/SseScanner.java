// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.sse;

import dev.lastbyte.wire.json.ByteScan;

/**
 * Cuts an event stream into events, as the WHATWG HTML standard says (§9.2.6, "Interpreting an
 * event stream"), in slices of any size. Lines end with LF, CRLF or CR; an event counts once its
 * blank line arrived. Keeps nothing but the first {@value #MAX_NAME} bytes of an event's name.
 *
 * <p>How it works: a field's name is gathered in a long, eight characters at most, which is enough
 * for the names that matter. An event ends with the CR of a CRLF, since it is unknown when the LF
 * will come; that LF is counted to what follows.
 */
public final class SseScanner {

  private static final int MAX_NAME = 64;

  private static final long DATA = packed("data");
  private static final long EVENT = packed("event");
  private static final byte[] LINE_FEED = {'\n'};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private enum State {
    BYTE_ORDER_MARK,
    FIELD,
    SPACE,
    VALUE
  }

  private enum Field {
    DATA,
    EVENT,
    COMMENT,
    OTHER
  }

  private final SseSink sink;
  private final byte[] name = new byte[MAX_NAME];
  private int nameLength;
  private State state = State.BYTE_ORDER_MARK;
  private Field field = Field.OTHER;
  private long fieldName;
  private int fieldLength;
  private int markLength;
  private boolean hasFields;
  private boolean hasData;
  private boolean onlyComments;
  private boolean lastWasCr;
  private boolean eventEnded;
  private long bytes; // since the last event or comment, without comments inside the event
  private long bytesBeforeLine;

  /** A scanner that reports to {@code sink}. */
  public SseScanner(SseSink sink) {
    this.sink = sink;
  }

  private static long packed(String word) {
    return word.chars().asLongStream().reduce(0, (packed, c) -> packed << 8 | c);
  }

  /**
   * Takes bytes of the next slice, {@code source[from..to)}, up to the end of the next event.
   *
   * @return the index after the event's blank line, or {@code to}
   */
  public int feed(byte[] source, int from, int to) {
    int at = from;
    eventEnded = false;
    while (at < to && !eventEnded) {
      at =
          switch (state) {
            case BYTE_ORDER_MARK -> byteOrderMark(source, at);
            case FIELD -> fieldName(source, at, to);
            case SPACE -> space(source, at);
            case VALUE -> value(source, at, to);
          };
    }
    return at;
  }

  /** Whether the next byte is the first one after an event or a comment. */
  public boolean isBetweenEvents() {
    return bytes == 0 && state == State.FIELD && !lastWasCr;
  }

  private int byteOrderMark(byte[] source, int at) {
    if (source[at] == BYTE_ORDER_MARK[markLength]) {
      bytes++;
      if (++markLength == BYTE_ORDER_MARK.length) {
        state = State.FIELD;
      }
      return at + 1;
    }
    // What looked like a mark was the start of an unknown field.
    fieldLength = markLength;
    fieldName = markLength;
    state = State.FIELD;
    return at;
  }

  private int fieldName(byte[] source, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = source[at];
      if (b == ':') {
        bytes += at + 1 - from;
        beginValue();
        return at + 1;
      }
      if (b == '\n' || b == '\r') {
        bytes += at + 1 - from;
        endOfFieldLine(b);
        return at + 1;
      }
      lastWasCr = false;
      fieldName = fieldName << 8 | (b & 0xff);
      fieldLength++;
    }
    bytes += to - from;
    return to;
  }

  private void endOfFieldLine(byte end) {
    if (end == '\n' && lastWasCr) {
      lastWasCr = false;
    } else if (fieldLength == 0) {
      lastWasCr = end == '\r';
      blankLine();
    } else {
      // "A line without a colon is a field name with an empty value."
      beginValue();
      endLine(end);
    }
  }

  private void beginValue() {
    lastWasCr = false;
    field = fieldOf();
    state = State.SPACE;
    switch (field) {
      case DATA -> {
        if (hasData) {
          sink.data(LINE_FEED, 0, 1);
        }
      }
      case EVENT -> nameLength = 0;
      case COMMENT, OTHER -> {}
    }
  }

  private Field fieldOf() {
    if (fieldLength == 0) {
      return Field.COMMENT;
    }
    if (fieldLength == 4 && fieldName == DATA) {
      return Field.DATA;
    }
    return fieldLength == 5 && fieldName == EVENT ? Field.EVENT : Field.OTHER;
  }

  private int space(byte[] source, int at) {
    state = State.VALUE;
    if (source[at] != ' ') {
      return at;
    }
    bytes++;
    return at + 1;
  }

  private int value(byte[] source, int from, int to) {
    int end = ByteScan.lineEnd(source, from, to);
    bytes += end - from;
    switch (field) {
      case DATA -> data(source, from, end);
      case EVENT -> keepName(source, from, end);
      case COMMENT, OTHER -> {}
    }
    if (end == to) {
      return to;
    }
    bytes++;
    endLine(source[end]);
    return end + 1;
  }

  private void data(byte[] source, int from, int to) {
    if (from < to) {
      hasData = true;
      sink.data(source, from, to);
    }
  }

  private void keepName(byte[] source, int from, int to) {
    int kept = Math.min(to - from, MAX_NAME - nameLength);
    System.arraycopy(source, from, name, nameLength, kept);
    nameLength += kept;
  }

  private void endLine(byte end) {
    lastWasCr = end == '\r';
    fieldName = 0;
    fieldLength = 0;
    state = State.FIELD;
    if (field == Field.COMMENT) {
      onlyComments = !hasFields;
      long size = bytes - bytesBeforeLine;
      bytes = bytesBeforeLine;
      sink.heartbeat(size);
    } else {
      hasFields = true;
      onlyComments = false;
      bytesBeforeLine = bytes;
    }
  }

  private void blankLine() {
    if (hasData) {
      long size = bytes;
      bytes = 0;
      eventEnded = true;
      sink.event(name, nameLength, size);
    } else if (!onlyComments) {
      long size = bytes;
      bytes = 0;
      sink.heartbeat(size);
    }
    bytesBeforeLine = 0;
    nameLength = 0;
    hasFields = false;
    hasData = false;
    onlyComments = false;
  }
}
