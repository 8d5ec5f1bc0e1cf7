// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

import org.jspecify.annotations.Nullable;

/**
 * Follows one request: its head, then its body to the end. Strict, since the provider reads again
 * what it lets pass.
 */
public final class RequestReader {

  private final HeadScanner scanner = new HeadScanner(false);
  private @Nullable RequestHead head;
  private @Nullable BodyFraming body;
  private @Nullable Refusal refusal;

  /** A reader of the next request on a connection. */
  public RequestReader() {}

  /** Takes what belongs to the head; returns the index after its last byte. */
  public int feedHead(byte[] bytes, int from, int to) {
    int at = scanner.feed(bytes, from, to);
    refusal = scanner.refusal();
    if (scanner.isComplete() && head == null) {
      parse();
    }
    return at;
  }

  private void parse() {
    try {
      head = RequestHead.parse(scanner.bytes(), scanner.length());
      body =
          head.chunked()
              ? ChunkedBody.ofRequest()
              : new SizedBody(Math.max(0, head.contentLength()));
    } catch (RefusedException e) {
      refusal = e.refusal();
    }
  }

  /** Takes what belongs to the body; returns the index after its last byte. */
  public int feedBody(byte[] bytes, int from, int to, PayloadSink sink) {
    if (body == null) {
      return from;
    }
    int at = body.feed(bytes, from, to, sink);
    if (body.isBroken()) {
      refusal = Refusal.BAD_CHUNK;
    }
    return at;
  }

  /** Whether a byte of this request was seen, empty lines before it left out. */
  public boolean hasBegun() {
    return scanner.hasBegun();
  }

  /** The head, or null while it is not complete, or refused. */
  public @Nullable RequestHead head() {
    return head;
  }

  /** Why the request is refused, or null. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** Whether the last byte of the message was seen. */
  public boolean isWhole() {
    return body != null && body.isWhole();
  }

  /**
   * The fields behind the last chunk of a message that is whole (RFC 9112 §7.1.2), or null if there
   * are none that can be read.
   */
  public @Nullable HeaderFields trailers() {
    return body instanceof ChunkedBody chunked ? chunked.trailers() : null;
  }
}
