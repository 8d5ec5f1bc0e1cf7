// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.exchange;

import dev.lastbyte.gateway.correlation.CorrelationHeaders;
import dev.lastbyte.gateway.correlation.WriteKey;
import dev.lastbyte.wire.http.HeaderFields;
import org.jspecify.annotations.Nullable;

/**
 * The key of the run that a request begins. A request that gives its run no name has none.
 *
 * @param writeKey what proves that a program speaks for the run, or null
 * @param handedOut the key's text if the response is to tell it; null if the client gave its own,
 *     and towards a page in a browser, whose scripts the provider's response may let read headers
 */
record RunKey(@Nullable WriteKey writeKey, @Nullable String handedOut) {

  private static final RunKey NONE = new RunKey(null, null);

  static RunKey of(HeaderFields fields, CorrelationHeaders names) {
    if (names.callerRun() == null) {
      return NONE;
    }
    WriteKey given = WriteKey.orNull(fields.first(WriteKey.HEADER));
    if (given != null) {
      return new RunKey(given, null);
    }
    String text = WriteKey.generate();
    boolean browser = fields.first("origin") != null || fields.first("sec-fetch-site") != null;
    return new RunKey(WriteKey.orNull(text), browser ? null : text);
  }
}
