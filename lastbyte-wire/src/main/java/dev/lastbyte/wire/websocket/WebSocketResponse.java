// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.ContentMeter;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.wire.dialect.reader.ResponseEventRecorder;
import dev.lastbyte.wire.dialect.responses.ResponsesMessages;
import java.util.function.LongSupplier;

/** Follows one response of OpenAI Responses on a WebSocket, and records what it means. */
public final class WebSocketResponse {

  private final ResponseEventRecorder eventRecorder;
  private final ResponsesMessages messages;

  /**
   * A reader of the response to one request.
   *
   * @param meter counts what flows; written to by the thread that feeds this
   * @param epochMillis the wall clock, asked for only if an error names a date
   */
  public WebSocketResponse(
      RunRecorder recorder,
      ContentMeter meter,
      int attempt,
      Vantage vantage,
      LongSupplier epochMillis) {
    this.eventRecorder = new ResponseEventRecorder(recorder, meter, attempt, vantage, epochMillis);
    this.messages = new ResponsesMessages(eventRecorder);
  }

  /** Says when what comes next arrived, in nanoseconds since the run began. */
  public void at(long atNanos) {
    eventRecorder.at(atNanos);
  }

  /** Takes the next piece of a message. */
  public void read(byte[] bytes, int from, int to) {
    messages.read(bytes, from, to);
  }

  /**
   * The message is whole.
   *
   * @param bytes its size on the wire
   * @return whether the response is over with it
   */
  public boolean messageEnded(long bytes) {
    return messages.messageEnded(bytes);
  }

  /** Whether the provider said that the connection ends with this response. */
  public boolean endsConnection() {
    return messages.endsConnection();
  }

  /** A ping or a pong came. */
  public void heartbeat(long bytes) {
    messages.heartbeat(bytes);
  }

  /**
   * What comes cannot be followed any more.
   *
   * @param broken whether the bytes break the protocol
   */
  public void lost(boolean broken) {
    if (broken) {
      eventRecorder.malformed(Malformation.HTTP_FRAMING);
    }
    eventRecorder.opaque(Opacity.UPGRADED);
  }
}
