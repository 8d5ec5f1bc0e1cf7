// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.awsframe;

import java.util.zip.CRC32;

/**
 * Cuts a binary event stream into its frames, in slices of any size, and holds their checksums
 * against them. Keeps nothing of a payload. Not thread-safe.
 *
 * <pre>
 * total length (4), headers length (4), CRC-32 of these eight bytes (4)
 * headers, payload
 * CRC-32 of all before it (4)
 * </pre>
 *
 * <p>Lengths are big-endian. Headers longer than {@value #MAX_HEADERS} bytes and payloads longer
 * than {@value #MAX_PAYLOAD} break the stream, as they do in the AWS SDKs. Source: the Smithy
 * specification, "Amazon Event Stream".
 */
public final class FrameScanner {

  private static final int PRELUDE_BYTES = 12;
  private static final int CHECKSUM_BYTES = 4;
  private static final int FRAMING_BYTES = PRELUDE_BYTES + CHECKSUM_BYTES;
  private static final int MAX_HEADERS = 128 * 1024;
  private static final int MAX_PAYLOAD = 24 * 1024 * 1024;

  private enum Section {
    PRELUDE,
    HEADERS,
    PAYLOAD,
    CHECKSUM,
    BROKEN
  }

  private final FrameSink sink;
  private final FrameHeaders headers;
  private final CRC32 checksum = new CRC32();
  private final byte[] numbers = new byte[PRELUDE_BYTES];
  private int numbersLength;
  private Section section = Section.PRELUDE;
  private int left = PRELUDE_BYTES;
  private int total;
  private int payload;

  /** A scanner that reports to {@code sink}. */
  public FrameScanner(FrameSink sink) {
    this.sink = sink;
    this.headers = new FrameHeaders(sink);
  }

  /** Takes the next slice, {@code bytes[from..to)}. */
  public void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && section != Section.BROKEN) {
      int end = at + Math.min(left, to - at);
      take(bytes, at, end);
      left -= end - at;
      at = end;
      while (left == 0 && section != Section.BROKEN) {
        sectionEnded();
      }
    }
  }

  private void take(byte[] bytes, int from, int to) {
    switch (section) {
      case PRELUDE, CHECKSUM -> {
        System.arraycopy(bytes, from, numbers, numbersLength, to - from);
        numbersLength += to - from;
      }
      case HEADERS -> {
        checksum.update(bytes, from, to - from);
        headers.feed(bytes, from, to);
      }
      case PAYLOAD -> {
        checksum.update(bytes, from, to - from);
        sink.payload(bytes, from, to);
      }
      case BROKEN -> {}
    }
  }

  private void sectionEnded() {
    switch (section) {
      case PRELUDE -> preludeEnded();
      case HEADERS -> {
        if (headers.areWhole()) {
          enter(Section.PAYLOAD, payload);
        } else {
          breakOff();
        }
      }
      case PAYLOAD -> enter(Section.CHECKSUM, CHECKSUM_BYTES);
      case CHECKSUM -> frameEnded();
      case BROKEN -> {}
    }
  }

  private void enter(Section next, int length) {
    section = next;
    left = length;
    numbersLength = 0;
  }

  private void preludeEnded() {
    total = number(0);
    int headersLength = number(4);
    payload = total - headersLength - FRAMING_BYTES;
    checksum.reset();
    checksum.update(numbers, 0, 8);
    boolean sane = headersLength >= 0 && headersLength <= MAX_HEADERS;
    if (!sane || payload < 0 || payload > MAX_PAYLOAD || !checksumIs(number(8))) {
      breakOff();
      return;
    }
    checksum.update(numbers, 8, 4);
    headers.reset();
    enter(Section.HEADERS, headersLength);
  }

  private void frameEnded() {
    if (checksumIs(number(0))) {
      sink.frame(headers, total);
      enter(Section.PRELUDE, PRELUDE_BYTES);
    } else {
      breakOff();
    }
  }

  private void breakOff() {
    section = Section.BROKEN;
    sink.broken();
  }

  private boolean checksumIs(int expected) {
    return (int) checksum.getValue() == expected;
  }

  private int number(int at) {
    return (numbers[at] & 0xff) << 24
        | (numbers[at + 1] & 0xff) << 16
        | (numbers[at + 2] & 0xff) << 8
        | (numbers[at + 3] & 0xff);
  }
}
