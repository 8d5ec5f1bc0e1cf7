// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Digests a JSON text as it goes by, so that two texts that mean the same give the same: the order
 * of an object's members, blanks between tokens and escapes in strings make no difference. Numbers
 * are taken as they are written.
 *
 * <pre>
 * The digest of a value
 *   scalar  SHA-256 of a mark and its text; of a string, after its escapes
 *   array   SHA-256 of a mark and the digests of its values, in order
 *   object  SHA-256 of a mark and the sum of SHA-256(name, value) over its members
 * </pre>
 *
 * <p>Nothing of the text is kept but digests, one for each level that is open.
 */
final class CanonicalJson {
  private static final int DEPTH_LIMIT = 512;

  private final Deque<Level> levels = new ArrayDeque<>();
  private final JsonString string = new JsonString();
  private MessageDigest scalar = sha256();
  private boolean inString;
  private boolean inScalar;
  private boolean broken;
  private byte @Nullable [] whole;

  /** An array or an object that is open. */
  private static final class Level {
    private final boolean object;
    private final MessageDigest values = sha256();
    private BigInteger members = BigInteger.ZERO;
    private byte @Nullable [] name;

    Level(boolean object) {
      this.object = object;
      values.update((byte) (object ? '{' : '['));
    }

    /** Whether the next string is a name. */
    boolean awaitsName() {
      return object && name == null;
    }

    void take(byte[] digest) {
      if (name == null) {
        values.update(digest);
        return;
      }
      MessageDigest member = sha256();
      member.update(name);
      member.update(digest);
      // a sum has no order, and unlike XOR it counts what is there twice
      members = members.add(new BigInteger(1, member.digest()));
      name = null;
    }

    byte[] digest() {
      if (object) {
        values.update(members.toByteArray());
      }
      return values.digest();
    }
  }

  /** Takes the next piece of the text. */
  void accept(byte[] piece, int length) {
    for (int i = 0; i < length && !broken; i++) {
      accept(piece[i]);
    }
  }

  /** The digest of the whole, or null where it was no JSON. */
  byte @Nullable [] end() {
    endScalar();
    return broken || inString || !levels.isEmpty() ? null : whole;
  }

  private void accept(byte unit) {
    if (inString) {
      if (string.accept(unit)) {
        inString = false;
        endString();
      }
      return;
    }
    switch (unit) {
      case '"' -> {
        inString = true;
        string.begin();
      }
      case '{', '[' -> open(unit == '{');
      case '}', ']' -> close(unit == '}');
      case ' ', '\t', '\r', '\n', ',', ':' -> endScalar();
      default -> {
        inScalar = true;
        scalar.update(unit);
      }
    }
  }

  private void open(boolean object) {
    broken |= levels.size() == DEPTH_LIMIT;
    levels.push(new Level(object));
  }

  private void close(boolean object) {
    endScalar();
    if (levels.isEmpty() || levels.element().object != object) {
      broken = true;
    } else {
      value(levels.pop().digest());
    }
  }

  private void endScalar() {
    if (inScalar) {
      inScalar = false;
      value(scalar.digest());
    }
  }

  private void endString() {
    byte[] digest = string.end();
    if (!levels.isEmpty() && levels.element().awaitsName()) {
      levels.element().name = digest;
    } else {
      value(digest);
    }
  }

  private void value(byte[] digest) {
    if (levels.isEmpty()) {
      broken |= whole != null;
      whole = digest;
    } else {
      broken |= levels.element().awaitsName();
      levels.element().take(digest);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One string, its escapes undone (RFC 8259 §7). */
  private static final class JsonString {
    private final MessageDigest text = sha256();
    private int hexLeft;
    private int codeUnit;
    private char high;
    private boolean escaped;

    void begin() {
      text.reset();
      text.update((byte) '"');
    }

    byte[] end() {
      return text.digest();
    }

    /** Whether that was the quote at its end. */
    boolean accept(byte unit) {
      if (hexLeft > 0) {
        hex(unit);
      } else if (escaped) {
        escape(unit);
      } else if (unit == '\\') {
        escaped = true;
      } else if (unit == '"') {
        return true;
      } else {
        text.update(unit);
      }
      return false;
    }

    private void escape(byte unit) {
      escaped = false;
      switch (unit) {
        case 'u' -> {
          hexLeft = 4;
          codeUnit = 0;
        }
        case 'n' -> text.update((byte) '\n');
        case 't' -> text.update((byte) '\t');
        case 'r' -> text.update((byte) '\r');
        case 'b' -> text.update((byte) '\b');
        case 'f' -> text.update((byte) '\f');
        default -> text.update(unit);
      }
    }

    private void hex(byte unit) {
      codeUnit = codeUnit * 16 + Math.max(0, Character.digit(unit, 16));
      hexLeft--;
      if (hexLeft == 0) {
        endCodeUnit((char) codeUnit);
      }
    }

    private void endCodeUnit(char unit) {
      if (Character.isHighSurrogate(unit)) {
        high = unit;
        return;
      }
      String decoded = Character.isLowSurrogate(unit) ? "" + high + unit : String.valueOf(unit);
      text.update(decoded.getBytes(StandardCharsets.UTF_8));
    }
  }
}
