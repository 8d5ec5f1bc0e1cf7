// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

/**
 * Walks one JSON document (RFC 8259) in slices of any size and tells of all of it. Allocates
 * nothing while it runs, keeps at most {@value #MAX_WORD} bytes, never throws. Where only some
 * places matter, {@link JsonPathScanner} is the faster one.
 */
public final class JsonTokenizer {

  /** The deepest nesting followed; a deeper document counts as malformed. */
  public static final int MAX_DEPTH = 256;

  /** The longest number followed; a longer one counts as malformed. */
  public static final int MAX_WORD = 64;

  // What may come next. Numbers, not an enum: this is an inner loop. Up to DONE it is structure.
  private static final int VALUE = 0;
  private static final int FIRST_ELEMENT = 1;
  private static final int KEY = 2;
  private static final int FIRST_KEY = 3;
  private static final int COLON = 4;
  private static final int AFTER_VALUE = 5;
  private static final int DONE = 6;
  private static final int STRING = 7;
  private static final int ESCAPE = 8;
  private static final int UNICODE = 9;
  private static final int WORD = 10;
  private static final int BROKEN = 11;

  private final JsonTokenSink tokens;
  private final boolean[] objects = new boolean[MAX_DEPTH];
  private final byte[] word = new byte[MAX_WORD];
  private final JsonEscape escape = new JsonEscape();
  private int wordLength;
  private int depth;
  private int state = VALUE;
  private boolean key;

  /** A walker that tells {@code tokens}. */
  public JsonTokenizer(JsonTokenSink tokens) {
    this.tokens = tokens;
  }

  /** Whether exactly one whole document was seen. */
  public boolean isComplete() {
    return state == DONE;
  }

  /** Takes the next slice, {@code bytes[from..to)}. */
  public void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at =
          switch (state) {
            case STRING -> string(bytes, at, to);
            case ESCAPE -> escaped(bytes[at], at);
            case UNICODE -> unicode(bytes[at], at);
            case WORD -> word(bytes, at, to);
            case BROKEN -> to;
            default -> structure(bytes[at], at);
          };
    }
  }

  private int structure(byte b, int at) {
    switch (b) {
      case ' ', '\t', '\n', '\r' -> {}
      case '"' -> beginString();
      case ':' -> state = state == COLON ? VALUE : BROKEN;
      case ',' -> state = state == AFTER_VALUE ? (inObject() ? KEY : VALUE) : BROKEN;
      case '{', '[' -> open(b == '{');
      case '}', ']' -> close(b == '}');
      default -> {
        wordLength = 0;
        state = valueMayCome() ? WORD : BROKEN;
        return at;
      }
    }
    return at + 1;
  }

  private boolean inObject() {
    return depth > 0 && objects[depth - 1];
  }

  private boolean valueMayCome() {
    return state == VALUE || state == FIRST_ELEMENT;
  }

  private void open(boolean object) {
    if (!valueMayCome() || depth == MAX_DEPTH) {
      state = BROKEN;
      return;
    }
    objects[depth++] = object;
    state = object ? FIRST_KEY : FIRST_ELEMENT;
    tokens.open(object);
  }

  private void close(boolean object) {
    boolean allowed =
        state == AFTER_VALUE || (object ? state == FIRST_KEY : state == FIRST_ELEMENT);
    if (!allowed || depth == 0 || inObject() != object) {
      state = BROKEN;
      return;
    }
    depth--;
    valueEnded();
    tokens.close();
  }

  private void valueEnded() {
    state = depth == 0 ? DONE : AFTER_VALUE;
  }

  private void beginString() {
    key = state == KEY || state == FIRST_KEY;
    if (!key && !valueMayCome()) {
      state = BROKEN;
      return;
    }
    state = STRING;
    tokens.beginString(key);
  }

  private int string(byte[] bytes, int at, int to) {
    int end = ByteScan.stringEnd(bytes, at, to);
    if (end > at) {
      endEscapes();
      tokens.text(bytes, at, end);
    }
    if (end == to) {
      return to;
    }
    switch (bytes[end]) {
      case '"' -> endString();
      case '\\' -> state = ESCAPE;
      default -> state = BROKEN;
    }
    return end + 1;
  }

  private void endString() {
    endEscapes();
    if (key) {
      state = COLON;
    } else {
      valueEnded();
    }
    tokens.endString();
  }

  /** A first half of a surrogate pair that no second half followed stands for itself. */
  private void endEscapes() {
    int length = escape.flush();
    if (length > 0) {
      tokens.text(escape.utf8(), 0, length);
    }
  }

  private int escaped(byte b, int at) {
    if (b == 'u') {
      escape.beginUnicode();
      state = UNICODE;
      return at + 1;
    }
    int meant = JsonEscape.meaningOf(b);
    if (meant < 0) {
      state = BROKEN;
      return at + 1;
    }
    endEscapes();
    emit(escape.character(meant));
    state = STRING;
    return at + 1;
  }

  private int unicode(byte b, int at) {
    switch (escape.digit(b)) {
      case MORE -> {}
      case WHOLE -> {
        emit(escape.take());
        state = STRING;
      }
      case WRONG -> state = BROKEN;
    }
    return at + 1;
  }

  private void emit(int length) {
    if (length > 0) {
      tokens.text(escape.utf8(), 0, length);
    }
  }

  private int word(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isWordByte(bytes[at])) {
      if (wordLength == MAX_WORD) {
        state = BROKEN;
        return to;
      }
      word[wordLength++] = bytes[at++];
    }
    if (at < to) {
      endWord();
    }
    return at;
  }

  private void endWord() {
    if (wordLength == 0) {
      state = BROKEN;
    } else {
      valueEnded();
      tokens.word(word, wordLength);
    }
  }

  private static boolean isWordByte(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == 'E'
        || b == '.'
        || b == '-'
        || b == '+';
  }
}
