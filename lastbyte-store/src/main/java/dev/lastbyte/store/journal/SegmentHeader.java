// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lastbyte.report.log.RunLogFormatException;
import dev.lastbyte.report.log.compact.CompactDictionary;
import dev.lastbyte.store.model.StoreException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of the first record of a segment: a line of JSON for itself, and one for the
 * dictionary.
 *
 * @param session what all segments of one writer share, and no other
 * @param dictionary with which the logs behind it are read
 */
public record SegmentHeader(String session, CompactDictionary dictionary) {

  /** The version of the format that is written, and the only one that is read. */
  static final int VERSION = 2;

  /** How a segment of version 1 begins: it had no checksums. */
  private static final byte[] VERSION_1 = "H{\"lastbyte_segment\":1,".getBytes(US_ASCII);

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\{\"lastbyte_segment\":(\\d{1,9}),\"session\":\"([0-9a-f-]{1,64})\"[^\n]*\n");

  /** That of a new writer. */
  public static SegmentHeader ofNewSession(long nowEpochMillis) {
    long random = new SplittableRandom().nextLong();
    return new SegmentHeader(
        Long.toHexString(nowEpochMillis) + "-" + Long.toHexString(random),
        CompactDictionary.current());
  }

  byte[] content() {
    return "{\"lastbyte_segment\":%d,\"session\":\"%s\"}\n%s\n"
        .formatted(VERSION, session, new String(dictionary.line(), US_ASCII))
        .getBytes(US_ASCII);
  }

  /**
   * What a content tells; null if it tells nothing.
   *
   * @throws StoreException if another version of Lastbyte wrote it
   */
  static @Nullable SegmentHeader of(byte[] content) throws StoreException {
    var text = new String(content, US_ASCII);
    Matcher spelled = FORMAT.matcher(text);
    if (!spelled.lookingAt()) {
      return null;
    }
    int version = Integer.parseInt(spelled.group(1));
    if (version != VERSION) {
      throw ofAnotherVersion(version);
    }
    byte[] dictionary = text.substring(spelled.end()).strip().getBytes(US_ASCII);
    try {
      return new SegmentHeader(spelled.group(2), CompactDictionary.read(dictionary));
    } catch (RunLogFormatException e) {
      return null;
    }
  }

  /**
   * Looks at the first bytes of a segment.
   *
   * @throws StoreException if it is one of version 1
   */
  static void rejectVersion1(byte[] first) throws StoreException {
    int length = VERSION_1.length;
    if (first.length >= length && Arrays.equals(first, 0, length, VERSION_1, 0, length)) {
      throw ofAnotherVersion(1);
    }
  }

  private static StoreException ofAnotherVersion(int version) {
    return new StoreException(
        "the journal has version %d, and this Lastbyte knows %d: read it with the Lastbyte that wrote it, or move the folder \"journal\" away"
            .formatted(version, VERSION),
        null);
  }
}
