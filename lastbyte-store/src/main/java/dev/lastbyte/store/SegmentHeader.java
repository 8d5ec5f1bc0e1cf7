// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of the first record of a segment.
 *
 * @param session what all segments of one writer share, and no other
 */
record SegmentHeader(String session) {

  /** The version of the format that is written, and the only one that is read. */
  static final int VERSION = 1;

  private static final Pattern SPELLED =
      Pattern.compile("\\{\"lastbyte_segment\":(\\d{1,9}),\"session\":\"([0-9a-f-]{1,64})\"}\n");

  /** That of a new writer. */
  static SegmentHeader ofNewSession(long nowEpochMillis) {
    long random = new SplittableRandom().nextLong();
    return new SegmentHeader(Long.toHexString(nowEpochMillis) + "-" + Long.toHexString(random));
  }

  byte[] content() {
    return "{\"lastbyte_segment\":%d,\"session\":\"%s\"}\n"
        .formatted(VERSION, session)
        .getBytes(US_ASCII);
  }

  /**
   * What a content tells; null if it tells nothing.
   *
   * @throws StoreException if a later version of Lastbyte wrote it
   */
  static @Nullable SegmentHeader of(byte[] content) throws StoreException {
    Matcher spelled = SPELLED.matcher(new String(content, US_ASCII));
    if (!spelled.matches()) {
      return null;
    }
    int version = Integer.parseInt(spelled.group(1));
    if (version != VERSION) {
      throw new StoreException(
          "the journal has version %d, and this Lastbyte knows %d: use the Lastbyte that wrote it"
              .formatted(version, VERSION),
          null);
    }
    return new SegmentHeader(spelled.group(2));
  }
}
