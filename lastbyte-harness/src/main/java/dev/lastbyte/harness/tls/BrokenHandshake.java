// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What a server does instead of shaking hands, once the client has said hello. */
public enum BrokenHandshake {
  /** A fatal handshake_failure: no parameters that both sides have (RFC 8446 §6.2). */
  ALERT,
  /** A FIN without a word. */
  FIN,
  /** Nothing, until the client has had enough. */
  STALL;

  private static final int RECORD_HEAD_BYTES = 5;

  /** The record of an alert: content type 21, version, length; then fatal, handshake_failure. */
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

  /**
   * Reads the hello and does it. Afterwards the connection waits to be closed.
   *
   * @throws IOException if the client leaves before its hello is whole
   */
  public void run(Socket tcp) throws IOException {
    readHello(tcp.getInputStream());
    switch (this) {
      case ALERT -> {
        tcp.getOutputStream().write(HANDSHAKE_FAILURE);
        tcp.shutdownOutput();
      }
      case FIN -> tcp.shutdownOutput();
      case STALL -> {
        // the client's time is what passes now
      }
    }
  }

  /** Takes the whole hello off the connection, as closing over unread bytes would reset it. */
  private static void readHello(InputStream in) throws IOException {
    byte[] head = in.readNBytes(RECORD_HEAD_BYTES);
    int length = head.length < RECORD_HEAD_BYTES ? 0 : ((head[3] & 0xff) << 8) | (head[4] & 0xff);
    if (length == 0 || in.readNBytes(length).length < length) {
      throw new EOFException("a hello must be whole");
    }
  }
}
