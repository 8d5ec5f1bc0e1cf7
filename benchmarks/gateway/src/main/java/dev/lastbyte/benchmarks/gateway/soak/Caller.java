// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.benchmarks.gateway.Connection;
import dev.lastbyte.benchmarks.gateway.Receiver;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.script.EndAction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client that always has one question open, and keeps its connection as long as it lasts. */
final class Caller {

  private final Crowd crowd;
  private @Nullable Connection connection;
  private @Nullable Stream stream;
  private long received;

  Caller(Crowd crowd) {
    this.crowd = crowd;
  }

  /** Asks the next question, if there is to be one. */
  void ask() throws IOException {
    Stream next = crowd.nextStream();
    if (next != null) {
      stream = next;
      received = 0;
      if (connection == null) {
        connection = crowd.connect(asked -> new Answers());
      }
      connection.write(request(next));
    }
  }

  /** Leaves whatever goes on. */
  void leave() throws IOException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
    stream = null;
  }

  private final class Answers implements Receiver {

    @Override
    public void received(ByteBuffer bytes) throws IOException {
      Stream open = stream;
      received += bytes.remaining();
      if (open == null || received > open.bytes()) {
        crowd.broken("a client got more than was sent");
        leave();
      } else if (received == open.bytes()) {
        gotAll(open);
      }
    }

    private void gotAll(Stream open) throws IOException {
      if (open.plan().verb() instanceof EndAction.EndOfMessage) {
        over(open);
      } else if (open.plan().verb() instanceof EndAction.Stall) {
        leave();
        over(open);
      }
    }

    @Override
    public void ended() {
      Stream open = stream;
      connection = null;
      if (open == null) {
        crowd.broken("the gateway ended a connection that nothing was asked on");
        return;
      }
      if (!isAsPlanned(open.plan().verb(), open.bytes())) {
        crowd.broken(
            "the gateway ended %s, %s, after %d of %d bytes"
                .formatted(open.name(), open.plan().scenario(), received, open.bytes()));
      }
      over(open);
    }

    /** A reset may destroy what the client has not read yet. */
    private boolean isAsPlanned(EndAction verb, long bytes) {
      return verb instanceof EndAction.Rst || (verb instanceof EndAction.Fin && received == bytes);
    }

    private void over(Stream open) {
      stream = null;
      crowd.over(Caller.this, open);
    }
  }

  private static ByteBuffer request(Stream stream) {
    Dialect dialect = stream.plan().dialect();
    String body = body(dialect).formatted(stream.name());
    String head =
        """
        POST /soak%s HTTP/1.1
        Host: 127.0.0.1
        Content-Type: application/json
        Content-Length: %d
        x-lastbyte-run: %s
        %s: %s

        """
            .formatted(
                dialect.route(),
                body.length(),
                stream.name(),
                PacedProvider.STREAM_HEADER,
                stream.name());
    return ByteBuffer.wrap((head.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII));
  }

  /** Each question is another one: a question that comes again would be told as a retry. */
  private static String body(Dialect dialect) {
    return dialect == Dialect.OPENAI_RESPONSES
        ? "{\"model\":\"lastbyte-model-1\",\"stream\":true,\"store\":false,\"input\":\"%s?\"}"
        : """
        {"model":"lastbyte-model-1","stream":true,"max_tokens":64,\
        "messages":[{"role":"user","content":"%s?"}]}\
        """;
  }
}
