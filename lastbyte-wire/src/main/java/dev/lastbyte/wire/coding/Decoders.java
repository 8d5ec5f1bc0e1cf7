// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.coding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The content codings that can be undone. */
@FunctionalInterface
public interface Decoders {

  /**
   * A decoder of one body.
   *
   * @param coding its registered name, in whatever case
   * @return null if there is none for this coding
   */
  @Nullable Decoder open(String coding);

  /** These, and the others for what these cannot undo. */
  default Decoders or(Decoders others) {
    return coding -> {
      Decoder decoder = open(coding);
      return decoder == null ? others.open(coding) : decoder;
    };
  }

  /** Those that the JDK itself can undo: gzip and deflate (RFC 9110 §8.4.1). */
  static Decoders ofTheJdk() {
    return coding ->
        switch (coding.toLowerCase(Locale.ROOT)) {
          case "gzip", "x-gzip" -> new GzipDecoder();
          case "deflate" -> new DeflateDecoder();
          default -> null;
        };
  }
}
