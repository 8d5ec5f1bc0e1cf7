// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.privacy.Token;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON in which every key is known, comes once, and has a value of its type. */
final class StrictJson {

  private final JsonParser parser;

  StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /** Something that reads the value of a key. */
  @FunctionalInterface
  interface Key {
    void read(String key) throws IOException;
  }

  void next() throws IOException {
    parser.nextToken();
  }

  /** Reads the object that the parser stands at. */
  void eachKey(String where, Key field) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new PolicyFormatException(where + " must be a JSON object");
    }
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (!seen.add(key)) {
        throw new PolicyFormatException("%s has the key %s twice".formatted(where, shown(key)));
      }
      parser.nextToken();
      field.read(key);
    }
  }

  void end() throws IOException {
    if (parser.nextToken() != null) {
      throw new PolicyFormatException("there must be nothing behind the policy's JSON object");
    }
  }

  long whole(String where, long least, long most) throws IOException {
    boolean fits =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    long number = fits ? parser.getLongValue() : -1;
    if (number < least || number > most) {
      throw new PolicyFormatException(
          "%s must be a whole number from %d to %d".formatted(where, least, most));
    }
    return number;
  }

  boolean truth(String where) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new PolicyFormatException(where + " must be true or false");
    };
  }

  <W extends Coded> W word(String where, W[] words) throws IOException {
    for (W word : words) {
      if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().equals(word.code())) {
        return word;
      }
    }
    throw new PolicyFormatException(
        where
            + " must be one of: "
            + Stream.of(words).map(Coded::code).collect(Collectors.joining(", ")));
  }

  static PolicyFormatException unknownKey(String key, String where, String known) {
    return new PolicyFormatException(
        "%s has an unknown key %s; the known ones are: %s".formatted(where, shown(key), known));
  }

  /** The key if it is harmless to print. */
  private static String shown(String key) {
    return Token.orNull(key) == null ? "that is no token" : "\"" + key + "\"";
  }
}
