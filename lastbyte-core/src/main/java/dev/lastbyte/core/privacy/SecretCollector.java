// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.privacy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds a request's secrets in its head: by the names of fields and of query parameters, and in any
 * field by the shape of its value. Not thread-safe.
 */
public final class SecretCollector {

  private static final Pattern PIECE_ENDS = Pattern.compile("[\\s,;\"'=&<>()]+");
  private static final Pattern BASIC = Pattern.compile("(?i)basic\\s+(\\S+)");

  private static final String SUBPROTOCOLS = "sec-websocket-protocol";

  private final RequestSecrets secrets = new RequestSecrets();

  /** Knows of none so far. */
  public SecretCollector() {}

  /** What was found. */
  public RequestSecrets secrets() {
    return secrets;
  }

  /**
   * Takes a field of the head.
   *
   * @param name its name in lower case
   */
  public void addField(String name, String value) {
    if (name.equals(SUBPROTOCOLS)) {
      addPieces(value);
      for (String protocol : PIECE_ENDS.split(value, -1)) {
        addDecoded(afterLast('.', protocol));
      }
    } else if (SecretNames.contain(name) || Shapes.looksLikeSecret(value)) {
      addPieces(value);
      var basic = BASIC.matcher(value);
      if (basic.matches()) {
        addDecoded(basic.group(1));
      }
    }
  }

  /** Takes the request target, for the secrets in its query. */
  public void addTarget(String target) {
    int query = target.indexOf('?');
    if (query < 0) {
      return;
    }
    for (String parameter : target.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0
          && SecretNames.contain(
              decoded(parameter.substring(0, equals)).toLowerCase(Locale.ROOT))) {
        addPieces(parameter.substring(equals + 1));
      }
    }
  }

  private void addPieces(String value) {
    for (String piece : PIECE_ENDS.split(value, -1)) {
      addPiece(piece);
      if (piece.indexOf('%') >= 0) {
        addPiece(decoded(piece));
      }
    }
  }

  /** Together with its last part: names stand before secrets, as {@code user:} and {@code key.} */
  private void addPiece(String piece) {
    secrets.add(piece);
    for (char mark : new char[] {':', '.'}) {
      if (piece.indexOf(mark) >= 0) {
        secrets.add(afterLast(mark, piece));
      }
    }
  }

  private void addDecoded(String base64) {
    try {
      String plain = base64.replace('+', '-').replace('/', '_');
      addPiece(new String(Base64.getUrlDecoder().decode(plain), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noBase64) {
      // Then it is what it says.
    }
  }

  private static String afterLast(char mark, String text) {
    return text.substring(text.lastIndexOf(mark) + 1);
  }

  private static String decoded(String escaped) {
    try {
      return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      return escaped;
    }
  }
}
