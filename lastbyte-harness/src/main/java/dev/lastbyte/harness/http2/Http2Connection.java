// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The server's side of one connection: reads frames until the client has left, and hands each
 * request to the handler in a thread of its own. Pings and settings are acknowledged whatever the
 * handlers do. Writes are safe for many threads.
 */
public final class Http2Connection {
  /** What every client begins with (RFC 9113 §3.4). */
  public static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int STREAM_LIMIT = 100;

  private final InputStream in;
  private final OutputStream out;
  private final Handler handler;
  private final ReentrantLock writing = new ReentrantLock();
  private final SendWindows windows = new SendWindows();
  private final Map<Integer, Http2Stream> streams = new ConcurrentHashMap<>();
  private final Map<Integer, Thread> threads = new ConcurrentHashMap<>();
  private final FrameReader frames;

  /** A connection on which nothing was read or written yet. */
  public Http2Connection(InputStream in, OutputStream out, Handler handler) {
    this.in = in;
    this.out = out;
    this.handler = handler;
    frames = new FrameReader(this, windows, streams);
  }

  /** Answers a request, or leaves the stream open; when it returns the stream is forgotten. */
  public interface Handler {
    /**
     * An exception ends nothing but the thread: it is thrown where the client was seen to leave.
     */
    void serve(Http2Stream stream) throws IOException, InterruptedException;
  }

  /** Serves until the client has left or broken the protocol, and every handler has returned. */
  public void serve() throws IOException, InterruptedException {
    StreamClose how = StreamClose.CONNECTION_FIN;
    try {
      readPreface();
      write(Http2Frame.ofSetting(MAX_CONCURRENT_STREAMS, STREAM_LIMIT));
      frames.readAll(in);
    } catch (Http2Exception e) {
      goAway(e.code().code(), frames.lastStream());
    } catch (SocketException e) {
      how = StreamClose.CONNECTION_RST;
    } finally {
      for (Http2Stream stream : List.copyOf(streams.values())) {
        stream.leave(how);
      }
      for (Thread thread : List.copyOf(threads.values())) {
        thread.join();
      }
    }
  }

  /**
   * Says that no stream above that one was or will be looked at (§6.8); any code will do.
   *
   * @return how many bytes went out, as with every write
   */
  public int goAway(int code, int lastStream) throws IOException {
    return write(Http2Frame.ofNumbers(Http2Frame.GOAWAY, 0, lastStream, code));
  }

  /** Asks the client for a sign of life; its response is read and forgotten. */
  public int ping() throws IOException {
    return write(Http2Frame.ofNumbers(Http2Frame.PING, 0, 0, 0));
  }

  /** Writes bytes as they are between two frames, for those who want to break the protocol. */
  public void raw(byte[] bytes) throws IOException {
    writing.lock();
    try {
      out.write(bytes);
      out.flush();
    } finally {
      writing.unlock();
    }
  }

  /** Writes a frame, and says how many bytes that took. */
  int write(Http2Frame frame) throws IOException {
    byte[] bytes = frame.bytes();
    raw(bytes);
    return bytes.length;
  }

  SendWindows windows() {
    return windows;
  }

  /** Lets the client send more, on a stream and on the connection. */
  void allow(int stream, int bytes) throws IOException {
    allow(bytes);
    write(Http2Frame.ofNumbers(Http2Frame.WINDOW_UPDATE, stream, bytes));
  }

  /** Lets the client send more on the connection, for bytes that no stream reads. */
  void allow(int bytes) throws IOException {
    if (bytes > 0) {
      write(Http2Frame.ofNumbers(Http2Frame.WINDOW_UPDATE, 0, bytes));
    }
  }

  /** Begins to answer; more than a hundred at a time are refused (§5.1.2). */
  void begin(Http2Stream stream) throws IOException {
    if (streams.size() >= STREAM_LIMIT) {
      stream.reset(ErrorCode.REFUSED_STREAM.code());
      return;
    }
    windows.open(stream.id());
    streams.put(stream.id(), stream);
    Thread thread =
        Thread.ofVirtual().name("lastbyte-harness-h2-" + stream.id()).unstarted(() -> run(stream));
    threads.put(stream.id(), thread);
    thread.start();
  }

  private void run(Http2Stream stream) {
    try {
      handler.serve(stream);
    } catch (IOException e) {
      // the client left, and the handler has nothing more to do
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      streams.remove(stream.id());
      windows.close(stream.id());
      threads.remove(stream.id());
    }
  }

  private void readPreface() throws IOException {
    byte[] expected = PREFACE.getBytes(StandardCharsets.US_ASCII);
    if (!Arrays.equals(in.readNBytes(expected.length), expected)) {
      throw new Http2Exception(ErrorCode.PROTOCOL_ERROR, "a connection must begin with a preface");
    }
  }
}
