// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.json;

import dev.lastbyte.wire.json.JsonPaths.Node;
import org.jspecify.annotations.Nullable;

/**
 * Walks one JSON document (RFC 8259) in slices of any size and reports only the places asked for.
 * Allocates nothing while it runs, keeps at most {@link JsonText#MAX_BYTES} bytes, never throws.
 *
 * <p>How it works: {@code state} says what may come next. Strings and words (numbers, literals) are
 * runs that end at a byte found eight at a time; all else is structure, one byte a step. Below an
 * uninteresting key there is no node, and strings there are run over without a look.
 *
 * <p>Longer than most files here: it is one automaton, and to spread it would hide that.
 *
 * @param <F> the reader's enum of places
 */
public final class JsonPathScanner<F extends JsonPath> {

  /** The deepest nesting followed; a deeper document counts as malformed. */
  public static final int MAX_DEPTH = JsonNesting.MAX_DEPTH;

  // What may come next. Numbers, not an enum: this is the inner loop of the hot path. Below DONE it
  // is structure; above, inside of something.
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

  private enum Care {
    NONE,
    CAPTURE,
    CONTENT
  }

  private final Node<F> root;
  private final JsonPathSink<F> sink;
  private final JsonText text = new JsonText();

  private final JsonNesting<F> nesting;

  private int state = VALUE;

  /** What the value that is next or being read means, or null. */
  private @Nullable Node<F> value;

  private boolean inKey;
  private Care care = Care.NONE;
  private int hexDigitsLeft;

  /** A scanner that reports to {@code sink}. */
  public JsonPathScanner(JsonPaths<F> paths, JsonPathSink<F> sink) {
    this.root = paths.root();
    this.sink = sink;
    this.nesting = new JsonNesting<>(paths.depth());
    reset();
  }

  /** Makes ready for the next document. */
  public void reset() {
    state = VALUE;
    nesting.clear();
    value = root;
    text.clear();
  }

  /** Whether exactly one whole document was seen. */
  public boolean isComplete() {
    return state == DONE;
  }

  /** Whether no bytes to come can make it a JSON document that we follow. */
  public boolean isMalformed() {
    return state == BROKEN;
  }

  /** Takes the next slice, {@code bytes[from..to)}; behind the document only blanks may come. */
  public void feed(byte[] bytes, int from, int to) {
    int at = feedDocument(bytes, from, to);
    while (at < to && state == DONE) {
      state = isBlank(bytes[at++]) ? DONE : BROKEN;
    }
  }

  /**
   * Takes bytes of the next slice, {@code bytes[from..to)}, up to the end of the document.
   *
   * @return the index after the document, or after the byte that broke it, or {@code to}
   */
  public int feedDocument(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && state != DONE && state != BROKEN) {
      at =
          switch (state) {
            case STRING -> string(bytes, at, to);
            case ESCAPE -> escape(bytes, at);
            case UNICODE -> unicode(bytes, at);
            case WORD -> word(bytes, at, to);
            default -> structure(bytes, at, to);
          };
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private int structure(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && state < DONE) {
      switch (bytes[at]) {
        case ' ', '\t', '\n', '\r' -> at++;
        case '"' -> {
          at++;
          beginString();
        }
        case ':' -> {
          at++;
          state = state == COLON ? VALUE : BROKEN;
        }
        case ',' -> {
          at++;
          comma();
        }
        case '{', '[' -> open(bytes[at++] == '{');
        case '}', ']' -> close(bytes[at++] == '}');
        default -> {
          beginWord();
          at = state == BROKEN ? at + 1 : at;
        }
      }
    }
    return at;
  }

  private boolean valueMayCome() {
    return state == VALUE || state == FIRST_ELEMENT;
  }

  private void comma() {
    if (state != AFTER_VALUE) {
      state = BROKEN;
    } else if (nesting.inObject()) {
      state = KEY;
    } else {
      state = VALUE;
      value = elementOf(nesting.container());
    }
  }

  private void open(boolean object) {
    if (!valueMayCome() || nesting.isFull()) {
      state = BROKEN;
      return;
    }
    Node<F> container = value;
    nesting.enter(container, object);
    state = object ? FIRST_KEY : FIRST_ELEMENT;
    value = object ? null : elementOf(container);
    F field = fieldOf(container);
    if (field != null) {
      sink.opened(field);
    }
  }

  private void close(boolean object) {
    boolean allowed =
        state == AFTER_VALUE || (object ? state == FIRST_KEY : state == FIRST_ELEMENT);
    if (!allowed || nesting.isEmpty() || nesting.inObject() != object) {
      state = BROKEN;
      return;
    }
    F field = fieldOf(nesting.container());
    nesting.leave();
    valueEnded();
    if (field != null) {
      sink.closed(field);
    }
  }

  private void beginString() {
    if (valueMayCome()) {
      inKey = false;
      care = careFor(value);
    } else if (state == KEY || state == FIRST_KEY) {
      inKey = true;
      care = nesting.container() == null ? Care.NONE : Care.CAPTURE;
    } else {
      state = BROKEN;
      return;
    }
    state = STRING;
  }

  private int string(byte[] bytes, int at, int to) {
    int end = ByteScan.stringEnd(bytes, at, to);
    if (end == to) {
      pass(bytes, at, end);
      return to;
    }
    switch (bytes[end]) {
      case '"' -> endString(bytes, at, end);
      case '\\' -> {
        pass(bytes, at, care == Care.CONTENT ? end + 1 : end);
        state = ESCAPE;
      }
      default -> {
        // What came before the breach counts, as it would in a slice of its own.
        pass(bytes, at, end);
        state = BROKEN;
      }
    }
    return end + 1;
  }

  private void pass(byte[] bytes, int from, int to) {
    if (care == Care.NONE || from == to) {
      return;
    }
    F field = fieldOf(value);
    if (care == Care.CONTENT && field != null) {
      sink.content(field, bytes, from, to);
    } else {
      text.keep(bytes, from, to);
    }
  }

  private int escape(byte[] bytes, int at) {
    byte escaped = bytes[at];
    if ("\"\\/bfnrtu".indexOf(escaped) < 0) {
      state = BROKEN;
      return at + 1;
    }
    boolean unicode = escaped == 'u';
    hexDigitsLeft = 4;
    state = unicode ? UNICODE : STRING;
    if (care == Care.CONTENT) {
      pass(bytes, at, at + 1);
    } else if (care == Care.CAPTURE) {
      // No token holds what b, f, n, r, t and u stand for: a zero byte makes it unfit to keep.
      text.keep("\"\\/".indexOf(escaped) >= 0 ? escaped : 0);
    }
    return at + 1;
  }

  private int unicode(byte[] bytes, int at) {
    if (Character.digit(bytes[at], 16) < 0) {
      state = BROKEN;
      return at + 1;
    }
    if (--hexDigitsLeft == 0) {
      state = STRING;
    }
    if (care == Care.CONTENT) {
      pass(bytes, at, at + 1);
    }
    return at + 1;
  }

  private void endString(byte[] bytes, int from, int end) {
    F field = fieldOf(value);
    if (inKey) {
      endKey(bytes, from, end);
    } else {
      Care cared = care;
      pass(bytes, from, cared == Care.CONTENT ? end : from);
      valueEnded();
      if (cared == Care.CAPTURE && field != null) {
        text.close(bytes, from, end, true);
        sink.scalar(field, text);
        text.clear();
      }
    }
  }

  private void endKey(byte[] bytes, int from, int end) {
    Node<F> container = nesting.container();
    value = null;
    if (container != null) {
      text.close(bytes, from, end, true);
      value = text.childOf(container);
      text.clear();
    }
    state = COLON;
  }

  private void beginWord() {
    care = careFor(value) == Care.NONE ? Care.NONE : Care.CAPTURE;
    state = valueMayCome() ? WORD : BROKEN;
    text.clear();
  }

  private int word(byte[] bytes, int at, int to) {
    int end = at;
    while (end < to && isWordByte(bytes[end])) {
      end++;
    }
    if (end == to) {
      text.keep(bytes, at, end);
      return to;
    }
    endWord(bytes, at, end);
    return state == BROKEN ? end + 1 : end;
  }

  private void endWord(byte[] bytes, int from, int end) {
    if (from == end && text.isFresh()) {
      state = BROKEN;
      return;
    }
    text.close(bytes, from, end, false);
    F field = fieldOf(value);
    if (!text.isWellFormedWord()) {
      state = BROKEN;
      return;
    }
    valueEnded();
    if (field != null) {
      sink.scalar(field, text);
    }
    text.clear();
  }

  private static boolean isWordByte(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == 'E'
        || b == '.'
        || b == '-'
        || b == '+';
  }

  private void valueEnded() {
    state = nesting.isEmpty() ? DONE : AFTER_VALUE;
  }

  private Care careFor(@Nullable Node<F> node) {
    F field = fieldOf(node);
    if (field == null) {
      return Care.NONE;
    }
    return field.isContent() ? Care.CONTENT : Care.CAPTURE;
  }

  private static <F> @Nullable F fieldOf(@Nullable Node<F> node) {
    return node == null ? null : node.field();
  }

  private static <F> @Nullable Node<F> elementOf(@Nullable Node<F> node) {
    return node == null ? null : node.element();
  }
}
