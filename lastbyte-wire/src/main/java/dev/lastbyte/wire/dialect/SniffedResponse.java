// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.dialect;

import dev.lastbyte.wire.dialect.reader.ResponseBodyReader;
import org.jspecify.annotations.Nullable;

/**
 * A response that does not say what it is: a JSON document if it begins like one, else a stream of
 * events. SDKs do not look at the media type either.
 */
final class SniffedResponse implements ResponseBodyReader {

  private final ResponseBodyReader document;
  private final ResponseBodyReader stream;
  private @Nullable ResponseBodyReader chosen;

  SniffedResponse(ResponseBodyReader document, ResponseBodyReader stream) {
    this.document = document;
    this.stream = stream;
  }

  @Override
  public void read(byte[] bytes, int from, int to) {
    if (chosen == null) {
      chosen = bytes[from] == '{' || bytes[from] == '[' ? document : stream;
    }
    chosen.read(bytes, from, to);
  }

  @Override
  public void ended(boolean cut) {
    if (chosen != null) {
      chosen.ended(cut);
    }
  }
}
