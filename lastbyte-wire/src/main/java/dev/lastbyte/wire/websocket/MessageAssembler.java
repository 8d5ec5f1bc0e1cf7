// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.wire.coding.CodingException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the messages of one direction together from their frames (RFC 6455 §5.4). Control frames may
 * stand between the fragments of a message.
 */
final class MessageAssembler implements FrameSink, AutoCloseable {

  /** RFC 6455 §5.5. */
  private static final int LONGEST_CONTROL = 125;

  private static final int NO_CODE = 1005;
  private static final int CODE_BYTES = 2;

  private final @Nullable MessageInflater inflated;
  private final MessageSink sink;
  private boolean inMessage;
  private boolean compressed;
  private boolean control;
  private long messageBytes;
  private int closeCode;
  private int closeBytes;
  private boolean closed;

  /**
   * @param inflated inflates what is compressed; null if nothing may be
   */
  MessageAssembler(@Nullable MessageInflater inflated, MessageSink sink) {
    this.inflated = inflated;
    this.sink = sink;
  }

  @Override
  public boolean begun(Frame frame) {
    control = frame.isControl();
    boolean starts = !control && frame.opcode() != Frame.CONTINUATION;
    if (closed || !isAllowed(frame, starts)) {
      return closed;
    }
    if (starts) {
      inMessage = true;
      compressed = frame.compressed();
      messageBytes = 0;
      sink.began();
    }
    return true;
  }

  private boolean isAllowed(Frame frame, boolean starts) {
    if (frame.reserved() || !frame.isKnown()) {
      return false;
    }
    if (frame.compressed() && (inflated == null || !starts)) {
      return false;
    }
    return control ? frame.last() && frame.length() <= LONGEST_CONTROL : starts != inMessage;
  }

  @Override
  public void payload(byte[] bytes, int from, int to) throws CodingException {
    if (closed) {
      return;
    }
    if (control) {
      for (int at = from; at < to && closeBytes < CODE_BYTES; at++, closeBytes++) {
        closeCode = closeCode << Byte.SIZE | (bytes[at] & 0xff);
      }
    } else if (compressed && inflated != null) {
      inflated.piece(bytes, from, to, sink);
    } else {
      sink.piece(bytes, from, to);
    }
  }

  @Override
  public void ended(Frame frame) throws CodingException {
    if (closed) {
      return;
    }
    switch (frame.opcode()) {
      case Frame.CLOSE -> {
        closed = true;
        sink.closed(closeBytes == CODE_BYTES ? closeCode : NO_CODE);
      }
      case Frame.PING, Frame.PONG -> {
        closeCode = 0;
        closeBytes = 0;
        sink.heartbeat(frame.wireBytes());
      }
      default -> dataEnded(frame);
    }
  }

  private void dataEnded(Frame frame) throws CodingException {
    messageBytes += frame.wireBytes();
    if (frame.last()) {
      if (compressed && inflated != null) {
        inflated.messageEnded(sink);
      }
      inMessage = false;
      sink.ended(messageBytes);
    }
  }

  @Override
  public void lost(boolean broken) {
    sink.lost(broken);
  }

  @Override
  public void close() {
    if (inflated != null) {
      inflated.close();
    }
  }
}
