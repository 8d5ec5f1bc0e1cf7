// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/** Measures a request's body as it goes by, and keeps none of it. */
public final class BodyMeter {
  private final BodyHash hash;
  private final Mac mac;
  private final CanonicalJson json = new CanonicalJson();
  private final BodyScan scan = new BodyScan();
  private long bytes;
  private boolean alwaysStreams;

  BodyMeter(BodyHash hash) {
    this.hash = hash;
    mac = hash.begin();
  }

  /**
   * Every response is a stream where the protocol knows nothing else, and so no request asks for
   * one.
   */
  public BodyMeter ofStream() {
    alwaysStreams = true;
    return this;
  }

  /** Takes the next piece of content, without its framing. */
  public void accept(byte[] piece, int length) {
    mac.update(piece, 0, length);
    json.accept(piece, length);
    scan.accept(piece, length);
    bytes += length;
  }

  /** What it was; asked for once, after the last piece. */
  public BodyFacts end() {
    String exact = BodyHash.end(mac);
    byte[] canonical = json.end();
    return new BodyFacts(
        bytes,
        exact,
        canonical == null ? exact : keyed(canonical),
        alwaysStreams || scan.streaming(),
        scan.refusesStream(),
        scan.toolResults(),
        scan.toolCalls().stream()
            .map(call -> keyed(call.getBytes(StandardCharsets.ISO_8859_1)))
            .toList());
  }

  private String keyed(byte[] digest) {
    Mac keyed = hash.begin();
    keyed.update(digest);
    return BodyHash.end(keyed);
  }
}
