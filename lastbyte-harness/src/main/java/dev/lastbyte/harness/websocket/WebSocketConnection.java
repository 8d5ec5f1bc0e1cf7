// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The server's side of one WebSocket: reads frames until the client has left, and hands each
 * message to the handler, one after the other, in a thread beside the reading one. Pings and a
 * close are answered whatever the handler does, unless it fell silent. Writes are safe for many
 * threads.
 */
public final class WebSocketConnection {
  private static final int WAITING_LIMIT = 16;

  private final InputStream in;
  private final OutputStream out;
  private final Handler handler;
  private final MessageReader messages = new MessageReader();

  /** An empty one says that no more will come. */
  private final BlockingQueue<Optional<byte[]>> waiting =
      new ArrayBlockingQueue<>(WAITING_LIMIT + 1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private SocketClose closeState = SocketClose.NONE;
  private boolean closeSent;
  private volatile boolean silent;

  /** A connection that has just been upgraded. */
  public WebSocketConnection(InputStream in, OutputStream out, Handler handler) {
    this.in = in;
    this.out = out;
    this.handler = handler;
  }

  /** Answers a message. */
  public interface Handler {
    /**
     * Is given the text of the message in UTF-8. An exception ends the answering, but not the
     * reading: it is thrown where the client was seen to leave.
     */
    void serve(byte[] message, WebSocketConnection connection)
        throws IOException, InterruptedException;
  }

  /** Serves until the client has left or broken a rule, and the handler has returned. */
  public void serve() throws IOException, InterruptedException {
    Thread messageHandler =
        Thread.ofVirtual().name("lastbyte-harness-ws").start(this::handleMessages);
    try {
      leave(readAll());
    } catch (WebSocketException e) {
      close(e.closeCode(), String.valueOf(e.getMessage()));
    } catch (SocketException e) {
      leave(SocketClose.RST);
    } finally {
      leave(SocketClose.FIN);
      waiting.clear();
      waiting.put(Optional.empty());
      messageHandler.join();
    }
  }

  /**
   * Sends a message in one frame and one write.
   *
   * @return how many bytes went out, as with every write
   */
  public int text(byte[] utf8) throws IOException {
    return raw(WebSocketFrame.bytes(WebSocketFrame.TEXT, utf8));
  }

  /** Sends a ping; the client's pong is read and forgotten. */
  public int ping() throws IOException {
    return raw(WebSocketFrame.bytes(WebSocketFrame.PING, new byte[0]));
  }

  /**
   * Sends a close frame (RFC 6455 §5.5.1), unless one was sent; the TCP connection stays.
   *
   * @param reason at most 123 bytes
   */
  public int close(int code, String reason) throws IOException {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer payload = ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text);
    return sendClose(payload.array());
  }

  /** From now on nothing the client sends is answered, as if the host had gone. */
  public void stopReplying() {
    silent = true;
  }

  /** Writes bytes as they are between two frames. */
  public int raw(byte[] bytes) throws IOException {
    lock.lock();
    try {
      out.write(bytes);
      out.flush();
      return bytes.length;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the client has left, but no longer than that. */
  public SocketClose awaitClose(Duration atMost) {
    long leftNanos = atMost.toNanos();
    lock.lock();
    try {
      while (closeState == SocketClose.NONE && leftNanos > 0) {
        leftNanos = left.awaitNanos(leftNanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return closeState();
  }

  private SocketClose closeState() {
    lock.lock();
    try {
      return closeState;
    } finally {
      lock.unlock();
    }
  }

  private void handleMessages() {
    try {
      Optional<byte[]> message = waiting.take();
      while (message.isPresent()) {
        handler.serve(message.get(), this);
        message = waiting.take();
      }
    } catch (IOException e) {
      // the client left, and no response is waited for
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SocketClose readAll() throws IOException {
    for (WebSocketFrame frame = WebSocketFrame.read(in);
        frame != null;
        frame = WebSocketFrame.read(in)) {
      switch (frame.opcode()) {
        case WebSocketFrame.PING -> pong(frame);
        case WebSocketFrame.PONG -> {}
        case WebSocketFrame.CLOSE -> {
          answerClose(frame);
          return SocketClose.CLOSE_FRAME;
        }
        default -> data(frame);
      }
    }
    return SocketClose.FIN;
  }

  private void data(WebSocketFrame frame) throws IOException {
    byte[] message = messages.take(frame);
    if (message != null
        && (waiting.size() == WAITING_LIMIT || !waiting.offer(Optional.of(message)))) {
      throw new WebSocketException(
          WebSocketException.POLICY, "at most 16 messages may wait for their response");
    }
  }

  private void pong(WebSocketFrame ping) throws IOException {
    if (!silent) {
      raw(WebSocketFrame.bytes(WebSocketFrame.PONG, ping.payload()));
    }
  }

  private void answerClose(WebSocketFrame close) throws IOException {
    if (close.payload().length == 1) {
      throw new WebSocketException(WebSocketException.PROTOCOL, "a close code must have two bytes");
    }
    if (!silent) {
      sendClose(close.payload());
    }
  }

  private int sendClose(byte[] payload) throws IOException {
    lock.lock();
    try {
      if (closeSent) {
        return 0;
      }
      closeSent = true;
      return raw(WebSocketFrame.bytes(WebSocketFrame.CLOSE, payload));
    } finally {
      lock.unlock();
    }
  }

  private void leave(SocketClose how) {
    lock.lock();
    try {
      closeState = closeState == SocketClose.NONE ? how : closeState;
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
