// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.wire.coding.CodingException;
import dev.lastbyte.wire.coding.DecodedSink;
import dev.lastbyte.wire.coding.DecodingLimit;
import dev.lastbyte.wire.coding.DeflateStream;

/** The compressed messages of one direction (RFC 7692 §7.2.2). */
final class MessageInflater implements AutoCloseable {

  /** What the sender took away from the end of each message. */
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  private final DeflateStream data = new DeflateStream(true);
  private final boolean forgets;
  private DecodingLimit limit = new DecodingLimit();

  /**
   * @param forgets whether each message is compressed without regard to those before it
   */
  MessageInflater(boolean forgets) {
    this.forgets = forgets;
  }

  void piece(byte[] bytes, int from, int to, MessageSink sink) throws CodingException {
    limit.consumed(to - from);
    inflate(bytes, from, to, sink);
  }

  void messageEnded(MessageSink sink) throws CodingException {
    inflate(TAIL, 0, TAIL.length, sink);
    limit = new DecodingLimit();
    if (forgets || data.isWhole()) {
      data.reset();
    }
  }

  private void inflate(byte[] bytes, int from, int to, MessageSink sink) throws CodingException {
    DecodedSink bounded =
        (made, start, end) -> {
          limit.produced(end - start);
          sink.piece(made, start, end);
        };
    if (!data.isWhole()) {
      data.inflate(bytes, from, to, bounded);
    }
  }

  @Override
  public void close() {
    data.close();
  }
}
