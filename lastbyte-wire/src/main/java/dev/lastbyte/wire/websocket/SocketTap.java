// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

/**
 * Follows one direction of a WebSocket beside the bytes as they pass. Nothing of them is changed or
 * kept. Never throws on what comes; not thread-safe.
 */
public final class SocketTap implements AutoCloseable {

  private final FrameReader frames;
  private final MessageAssembler messages;

  private SocketTap(
      boolean ofClient, NegotiatedExtensions agreed, boolean forgets, MessageSink sink) {
    messages = new MessageAssembler(agreed.deflates() ? new MessageInflater(forgets) : null, sink);
    frames = new FrameReader(ofClient, messages);
  }

  /** A tap of what the client sends. */
  public static SocketTap ofClient(NegotiatedExtensions agreed, MessageSink sink) {
    return new SocketTap(true, agreed, agreed.clientForgets(), sink);
  }

  /** A tap of what the server sends. */
  public static SocketTap ofServer(NegotiatedExtensions agreed, MessageSink sink) {
    return new SocketTap(false, agreed, agreed.serverForgets(), sink);
  }

  /** Takes the next bytes of this direction; what follows a close frame is passed over. */
  public void feed(byte[] bytes, int from, int to) {
    frames.feed(bytes, from, to);
  }

  @Override
  public void close() {
    messages.close();
  }
}
