// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.script;

import java.time.Duration;

/** The last thing that a script does, and so the way in which the exchange ends. */
public sealed interface EndAction {

  /** The name in ledgers, such as {@code end_of_message}. */
  String token();

  /** Done by the wire, at once. */
  sealed interface Cut extends EndAction {}

  /** Goes on until the client goes away or the server stops. */
  sealed interface Lasting extends EndAction {}

  /** The message is whole by its framing; the connection may carry another one. */
  record EndOfMessage() implements Cut {
    @Override
    public String token() {
      return "end_of_message";
    }
  }

  /** The server ends its side of the connection in order (TCP FIN), and closes it soon after. */
  record Fin() implements Cut {
    @Override
    public String token() {
      return "fin";
    }
  }

  /** The server resets the connection (TCP RST, by closing with SO_LINGER 0). */
  record Rst() implements Cut {
    @Override
    public String token() {
      return "rst";
    }
  }

  /** The server ends its side in order and keeps reading until the client has ended its own. */
  record HalfClose() implements Cut {
    @Override
    public String token() {
      return "half_close";
    }
  }

  /** WebSocket alone: the connection stays, and nothing is answered any more, not even pings. */
  record HalfOpen() implements Cut {
    @Override
    public String token() {
      return "half_open";
    }
  }

  /** TLS alone: a FIN that no close_notify went before (RFC 8446 §6.1). */
  record TlsCloseWithoutNotify() implements Cut {
    @Override
    public String token() {
      return "tls_close_without_notify";
    }
  }

  /**
   * HTTP/2 alone: RST_STREAM (RFC 9113 §6.4).
   *
   * @param code the error code of RFC 9113 §7
   */
  record ResetStream(long code) implements Cut {
    @Override
    public String token() {
      return "reset_stream";
    }
  }

  /**
   * HTTP/2 alone: GOAWAY (RFC 9113 §6.8), and then the end of the connection.
   *
   * @param code the error code of RFC 9113 §7
   * @param lastStream the last stream that the server says it has taken
   */
  record GoAway(long code, long lastStream) implements Cut {
    @Override
    public String token() {
      return "goaway";
    }
  }

  /**
   * WebSocket alone: a close frame (RFC 6455 §5.5.1), and then the end of the connection.
   *
   * @param code the status code of RFC 6455 §7.4
   */
  record WebSocketClose(int code) implements Cut {
    @Override
    public String token() {
      return "websocket_close";
    }
  }

  /** Not one byte more. */
  record Stall() implements Lasting {
    @Override
    public String token() {
      return "stall";
    }
  }

  /**
   * One heartbeat after the other.
   *
   * @param payload one heartbeat, free of framing
   * @param interval from one heartbeat to the next
   */
  record Heartbeats(Bytes payload, Duration interval) implements Lasting {
    @Override
    public String token() {
      return "heartbeats";
    }
  }

  /**
   * One byte after the other of content that never becomes whole.
   *
   * @param payload the content; after its last byte comes its first one again
   * @param interval from one byte to the next
   */
  record Drip(Bytes payload, Duration interval) implements Lasting {
    @Override
    public String token() {
      return "drip";
    }
  }

  /**
   * No request arrives, as the way to the server fails before; what fails, the address decides.
   *
   * @param token such as {@code handshake_alert}
   */
  record Unreached(String token) implements EndAction {}

  /** Nothing listens at the address, so the client's kernel is refused. */
  record Refuse() implements EndAction {
    @Override
    public String token() {
      return "refused";
    }
  }
}
