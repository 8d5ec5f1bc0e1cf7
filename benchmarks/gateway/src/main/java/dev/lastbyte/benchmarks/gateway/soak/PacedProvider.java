// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.benchmarks.gateway.Connection;
import dev.lastbyte.benchmarks.gateway.EventLoop;
import dev.lastbyte.benchmarks.gateway.Receiver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers each request with the stream that it names, a write at each beat. */
final class PacedProvider {

  /** Names the stream; passes through a gateway. */
  static final String STREAM_HEADER = "x-soak-stream";

  private static final Pattern NAME = Pattern.compile("\r\n" + STREAM_HEADER + ": (\\S+)\r\n");
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");
  private static final String HEAD_END = "\r\n\r\n";

  private final Agenda agenda;
  private final long beatNanos;
  private final Function<String, Stream> streams;
  private final int port;
  private long writes;

  /**
   * Listens on a free port.
   *
   * @param streams finds a stream by its name
   */
  PacedProvider(EventLoop loop, Agenda agenda, long beatNanos, Function<String, Stream> streams)
      throws IOException {
    this.agenda = agenda;
    this.beatNanos = beatNanos;
    this.streams = streams;
    this.port = loop.listen(Asked::new);
  }

  int port() {
    return port;
  }

  /** How much was written so far, each of it an event or the end of a stream. */
  long writes() {
    return writes;
  }

  private void beat(Stream stream) throws IOException {
    boolean goesOn;
    try {
      goesOn = stream.beat();
    } catch (IOException left) {
      stream.leave(); // its client tells whether it should have
      goesOn = false;
    }
    if (goesOn) {
      writes++;
      agenda.in(beatNanos, () -> beat(stream));
    }
  }

  private final class Asked implements Receiver {

    private final Connection connection;
    private final StringBuilder unread = new StringBuilder();
    private @Nullable Stream stream;

    Asked(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void received(ByteBuffer bytes) throws IOException {
      unread.append(StandardCharsets.ISO_8859_1.decode(bytes));
      int bodyAt = unread.indexOf(HEAD_END) + HEAD_END.length();
      if (bodyAt < HEAD_END.length()) {
        return;
      }
      String head = unread.substring(0, bodyAt);
      if (unread.length() - bodyAt >= Long.parseLong(found(LENGTH, head))) {
        unread.setLength(0);
        stream = streams.apply(found(NAME, head));
        stream.begin(connection);
        beat(stream);
      }
    }

    private static String found(Pattern pattern, String head) throws IOException {
      Matcher matcher = pattern.matcher(head);
      if (!matcher.find()) {
        throw new IOException("the gateway changed a request: " + head);
      }
      return matcher.group(1);
    }

    @Override
    public void ended() {
      if (stream != null) {
        stream.leave();
      }
    }
  }
}
