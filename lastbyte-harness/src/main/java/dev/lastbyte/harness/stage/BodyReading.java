// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.stage;

import javax.crypto.Mac;

/** Measures a request's body as it goes by, and keeps none of it. */
public final class BodyReading {
  private final Mac mac;
  private final BodyScan scan = new BodyScan();
  private long bytes;

  BodyReading(BodyHash hash) {
    mac = hash.begin();
  }

  /** Takes the next piece of content, without its framing. */
  public void accept(byte[] piece, int length) {
    mac.update(piece, 0, length);
    scan.accept(piece, length);
    bytes += length;
  }

  /** What it was; asked for once, after the last piece. */
  public BodyFacts end() {
    return new BodyFacts(
        bytes, BodyHash.end(mac), scan.streaming(), scan.refusesStream(), scan.toolResults());
  }
}
