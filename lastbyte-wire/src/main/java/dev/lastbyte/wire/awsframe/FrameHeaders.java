// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.awsframe;

import dev.lastbyte.wire.json.KeywordTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one frame that matter: what kind of message it is, and which event or failure.
 * Keeps at most {@value #MAX_WORD} bytes of a value; a longer one spells nothing.
 *
 * <pre>
 * name length (1), name, type (1), value: a string (type 7) has its length (2) before it
 * </pre>
 */
public final class FrameHeaders {

  private static final int MAX_WORD = 64;

  /** What a frame is, by {@code :message-type}. */
  public enum MessageType {
    /** An event of the stream, named by {@code :event-type}. */
    EVENT("event"),
    /** A failure that the API describes, named by {@code :exception-type}. */
    EXCEPTION("exception"),
    /** Any other failure, named by {@code :error-code}. */
    ERROR("error");

    private final String word;

    MessageType(String word) {
      this.word = word;
    }
  }

  private enum Name {
    EVENT_TYPE(":event-type"),
    MESSAGE_TYPE(":message-type"),
    EXCEPTION_TYPE(":exception-type"),
    ERROR_CODE(":error-code"),
    ERROR_MESSAGE(":error-message");

    private final String word;

    Name(String word) {
      this.word = word;
    }
  }

  private enum State {
    NAME_LENGTH,
    NAME,
    TYPE,
    HIGH_LENGTH,
    LOW_LENGTH,
    VALUE
  }

  private static final int STRING = 7;
  private static final KeywordTable<Name> NAMES =
      KeywordTable.of(List.of(Name.values()), name -> name.word);
  private static final KeywordTable<MessageType> TYPES =
      KeywordTable.of(List.of(MessageType.values()), type -> type.word);

  private final FrameSink sink;
  private final byte[] text = new byte[MAX_WORD];
  private int textLength;
  private final byte[] word = new byte[MAX_WORD];
  private int wordLength;
  private MessageType messageType = MessageType.EVENT;
  private State state = State.NAME_LENGTH;
  private int left;
  private @Nullable Name name;
  private boolean malformed;

  FrameHeaders(FrameSink sink) {
    this.sink = sink;
  }

  void reset() {
    state = State.NAME_LENGTH;
    messageType = MessageType.EVENT;
    wordLength = 0;
  }

  /** What the frame is; an event if it does not say. */
  public MessageType messageType() {
    return messageType;
  }

  /** Bytes of the name of the event or of the failure, {@link #wordLength} of them. */
  public byte[] word() {
    return word;
  }

  /** How long the name of the event or of the failure is; 0 if there is none. */
  public int wordLength() {
    return wordLength;
  }

  /** Whether what was seen are whole headers. */
  boolean areWhole() {
    return !malformed && state == State.NAME_LENGTH;
  }

  void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !malformed) {
      switch (state) {
        case NAME, VALUE -> at = run(bytes, at, to);
        case NAME_LENGTH -> expect(State.NAME, bytes[at++] & 0xff);
        case TYPE -> type(bytes[at++]);
        case HIGH_LENGTH -> expect(State.LOW_LENGTH, (bytes[at++] & 0xff) << Byte.SIZE);
        case LOW_LENGTH -> expect(State.VALUE, left | (bytes[at++] & 0xff));
      }
    }
  }

  private void expect(State next, int length) {
    state = next;
    left = length;
    textLength = 0;
    if (length == 0 && next == State.NAME) {
      malformed = true;
    } else if (length == 0 && next == State.VALUE) {
      valueEnded();
    }
  }

  private int run(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + left);
    if (state == State.VALUE && name == Name.ERROR_MESSAGE) {
      sink.errorMessage(bytes, from, end);
    } else {
      keep(bytes, from, end);
    }
    left -= end - from;
    if (left == 0 && state == State.NAME) {
      state = State.TYPE;
    } else if (left == 0) {
      valueEnded();
    }
    return end;
  }

  private void keep(byte[] bytes, int from, int to) {
    int kept = Math.min(to - from, Math.max(0, MAX_WORD - textLength));
    System.arraycopy(bytes, from, text, Math.min(textLength, MAX_WORD), kept);
    textLength += to - from;
  }

  private void type(byte type) {
    name = type == STRING && textLength <= MAX_WORD ? NAMES.valueOf(text, 0, textLength) : null;
    switch (type) {
      case 0, 1 -> expect(State.VALUE, 0); // true, false
      case 2 -> expect(State.VALUE, Byte.BYTES);
      case 3 -> expect(State.VALUE, Short.BYTES);
      case 4 -> expect(State.VALUE, Integer.BYTES);
      case 5, 8 -> expect(State.VALUE, Long.BYTES); // a number, a time
      case 6, STRING -> state = State.HIGH_LENGTH;
      case 9 -> expect(State.VALUE, 2 * Long.BYTES); // a UUID
      default -> malformed = true;
    }
  }

  private void valueEnded() {
    state = State.NAME_LENGTH;
    int length = textLength <= MAX_WORD ? textLength : 0;
    if (name == Name.MESSAGE_TYPE) {
      MessageType known = TYPES.valueOf(text, 0, length);
      messageType = known == null ? MessageType.EVENT : known;
    } else if (name != null && name != Name.ERROR_MESSAGE) {
      System.arraycopy(text, 0, word, 0, length);
      wordLength = length;
    }
  }
}
