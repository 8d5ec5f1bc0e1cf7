// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import dev.lastbyte.harness.script.Field;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A request and the road for its response. Its writes are for one thread. */
public final class Http2Stream {
  private final int id;
  private final List<Field> fields;
  private final Http2Connection connection;
  private final RequestStream body;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private StreamClose closeState = StreamClose.NONE;

  Http2Stream(int id, List<Field> fields, Http2Connection connection) {
    this.id = id;
    this.fields = List.copyOf(fields);
    this.connection = connection;
    body = new RequestStream(bytes -> connection.allow(id, bytes));
  }

  /** Odd, and higher than those before it on the connection (RFC 9113 §5.1.1). */
  public int id() {
    return id;
  }

  /** The fields of the request, pseudo-fields first. */
  public List<Field> fields() {
    return fields;
  }

  /** The body of the request; a read fails where the client leaves before its end. */
  public InputStream body() {
    return body;
  }

  /** The connection it is on. */
  public Http2Connection connection() {
    return connection;
  }

  /**
   * Sends a block of fields, the first of which is {@code :status}.
   *
   * @return how many bytes went out, as with every write
   */
  public int headers(List<Field> block) throws IOException {
    return connection.write(
        new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, id, FieldEncoder.encode(block)));
  }

  /**
   * Sends content: one frame in one write where the client's windows and the longest frame let it,
   * else as few as they let.
   *
   * @throws IOException if the client has left
   */
  public int data(byte[] content) throws IOException {
    int bytes = 0;
    int from = 0;
    while (from < content.length) {
      int wanted = Math.min(content.length - from, Http2Frame.LONGEST_BYTES);
      int length = connection.windows().take(id, wanted);
      if (length == 0) {
        throw new IOException("the client has left the stream");
      }
      byte[] piece = Arrays.copyOfRange(content, from, from + length);
      bytes += connection.write(new Http2Frame(Http2Frame.DATA, 0, id, piece));
      from += length;
    }
    return bytes;
  }

  /** Ends the response as whole. */
  public int end() throws IOException {
    return connection.write(
        new Http2Frame(Http2Frame.DATA, Http2Frame.END_STREAM, id, new byte[0]));
  }

  /** Ends the stream at once, with any code, known or not (§6.4). */
  public int reset(int code) throws IOException {
    return connection.write(Http2Frame.ofNumbers(Http2Frame.RST_STREAM, id, code));
  }

  /** Waits until the client has left, but no longer than that. */
  public StreamClose awaitClose(Duration atMost) {
    long leftNanos = atMost.toNanos();
    lock.lock();
    try {
      while (closeState == StreamClose.NONE && leftNanos > 0) {
        leftNanos = left.awaitNanos(leftNanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return closeState();
  }

  /** Whether the client has left by now, and how. */
  public StreamClose closeState() {
    lock.lock();
    try {
      return closeState;
    } finally {
      lock.unlock();
    }
  }

  RequestStream request() {
    return body;
  }

  /** The client has left; what it does later changes nothing. */
  void leave(StreamClose how) {
    lock.lock();
    try {
      closeState = closeState == StreamClose.NONE ? how : closeState;
      left.signalAll();
    } finally {
      lock.unlock();
    }
    body.end(false);
    connection.windows().close(id);
  }
}
