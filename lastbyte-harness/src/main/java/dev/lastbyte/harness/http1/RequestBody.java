// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http1;

import dev.lastbyte.harness.engine.BodyMeter;
import dev.lastbyte.harness.engine.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes the body of a request off the connection, piece by piece, without its framing. */
final class RequestBody {
  private static final long LIMIT_BYTES = 64L * 1024 * 1024;
  private static final int LINE_LIMIT_BYTES = 4096;

  private final InputStream in;
  private final BodyMeter reading;
  private final byte[] piece = new byte[8192];
  private long taken;

  private RequestBody(InputStream in, BodyMeter reading) {
    this.in = in;
    this.reading = reading;
  }

  /**
   * Reads the body to its end (RFC 9112 §6.3).
   *
   * @throws BadRequestException if its framing is broken, or it is longer than 64 MiB
   */
  static void drain(RequestHead head, InputStream in, BodyMeter reading) throws IOException {
    var body = new RequestBody(in, reading);
    String coding = head.header("transfer-encoding");
    if (coding == null) {
      body.take(length(head.header("content-length")));
    } else if (coding.equalsIgnoreCase("chunked") && head.header("content-length") == null) {
      body.takeChunks();
    } else {
      throw new BadRequestException(
          "a transfer coding must be chunked, and without a length beside it");
    }
  }

  /** Reads what comes first and leaves the rest; framing and all, since no more is asked for. */
  static void takeFirst(RequestHead head, InputStream in, BodyMeter reading) throws IOException {
    if (head.header("transfer-encoding") == null && length(head.header("content-length")) == 0) {
      return;
    }
    byte[] first = new byte[1];
    int length = in.read(first);
    if (length > 0) {
      reading.accept(first, length);
    }
  }

  private static long length(@Nullable String header) throws BadRequestException {
    if (header == null) {
      return 0;
    }
    if (!header.matches("[0-9]{1,18}")) {
      throw new BadRequestException("a content-length must be a number");
    }
    return Long.parseLong(header);
  }

  private void takeChunks() throws IOException {
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      take(size);
      if (!line().isEmpty()) {
        throw new BadRequestException("a chunk must end where its size says");
      }
    }
    while (!line().isEmpty()) {
      // a trailer; nothing that we look for stands there
    }
  }

  private long chunkSize() throws IOException {
    String size = line().replaceFirst("[ \t]*;.*", "");
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new BadRequestException("a chunk must begin with its size");
    }
    return Long.parseLong(size, 16);
  }

  private void take(long size) throws IOException {
    taken += size;
    if (taken > LIMIT_BYTES) {
      throw new BadRequestException("a body must be at most 67108864 bytes");
    }
    long left = size;
    while (left > 0) {
      int length = in.read(piece, 0, (int) Math.min(left, piece.length));
      if (length < 0) {
        throw new BadRequestException("a body must not end before its framing does");
      }
      reading.accept(piece, length);
      left -= length;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() == LINE_LIMIT_BYTES) {
        throw new BadRequestException("a line of the chunked coding must end");
      }
      line.append((char) next);
    }
    if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
      throw new BadRequestException("a line of the chunked coding must end with CR and LF");
    }
    return line.substring(0, line.length() - 1);
  }
}
