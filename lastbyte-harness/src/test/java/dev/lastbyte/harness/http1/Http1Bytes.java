// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;

/** What a client of HTTP/1.1 must read of a script. */
public final class Http1Bytes {

  private Http1Bytes() {}

  /** All of it. */
  public static Bytes of(Script script, Framing framing) {
    return new Http1Format(framing).whole(script);
  }

  /** One piece of content. */
  public static Bytes of(Bytes payload, Framing framing) {
    return new Http1Format(framing).payload(payload);
  }
}
