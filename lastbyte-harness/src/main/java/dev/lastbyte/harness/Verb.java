// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.time.Duration;

/** The last thing that a script does, and so the way in which the exchange ends. */
public sealed interface Verb {

  /** The name in ledgers, such as {@code end_of_message}. */
  String token();

  /** The message is whole by its framing; the connection may carry another one. */
  record EndOfMessage() implements Verb {
    @Override
    public String token() {
      return "end_of_message";
    }
  }

  /** The server ends its side of the connection in order (TCP FIN). */
  record Fin() implements Verb {
    @Override
    public String token() {
      return "fin";
    }
  }

  /** The server resets the connection (TCP RST, by closing with SO_LINGER 0). */
  record Rst() implements Verb {
    @Override
    public String token() {
      return "rst";
    }
  }

  /** Not one byte more, until the client goes away or the server stops. */
  record Stall() implements Verb {
    @Override
    public String token() {
      return "stall";
    }
  }

  /**
   * One heartbeat after the other, until the client goes away or the server stops.
   *
   * @param text one heartbeat as it goes onto the wire
   * @param interval from one heartbeat to the next
   */
  record HeartbeatsUntilGone(String text, Duration interval) implements Verb {
    @Override
    public String token() {
      return "heartbeats";
    }
  }

  /** Nothing listens at the address, so the client's kernel is refused. */
  record Refuse() implements Verb {
    @Override
    public String token() {
      return "refused";
    }
  }
}
