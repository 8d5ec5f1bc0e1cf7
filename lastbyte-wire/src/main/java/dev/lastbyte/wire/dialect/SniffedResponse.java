// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import org.jspecify.annotations.Nullable;

/**
 * A response that may not be what it says it is. Relays answer a request for a stream with the JSON
 * of their error, and SDKs do not look at the media type either.
 */
final class SniffedResponse implements ResponseBodyReader {

  private final ResponseBodyReader document;
  private final ResponseBodyReader stream;
  private final ResponseBodyReader said;
  private @Nullable ResponseBodyReader chosen;

  /**
   * @param document reads it if it begins as a JSON document
   * @param stream reads it if it begins as a stream of events
   * @param said reads it if it begins as neither, and the blanks before its beginning
   */
  SniffedResponse(ResponseBodyReader document, ResponseBodyReader stream, ResponseBodyReader said) {
    this.document = document;
    this.stream = stream;
    this.said = said;
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    int at = from;
    while (chosen == null && at < to) {
      if (isBlank(bytes[at])) {
        at++;
      } else {
        chosen = readerFor(bytes[at]);
      }
    }
    if (at > from) {
      said.read(bytes, from, at);
    }
    if (at < to && chosen != null) {
      chosen.read(bytes, at, to);
    }
  }

  private ResponseBodyReader readerFor(byte first) {
    return switch (first) {
      case '{', '[' -> document;
      // The fields of an event, a comment, and the length of a binary frame.
      case 'd', 'e', 'i', 'r', ':', 0 -> stream;
      default -> said;
    };
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  @Override
  public void ended(boolean cut) {
    (chosen == null ? said : chosen).ended(cut);
  }
}
