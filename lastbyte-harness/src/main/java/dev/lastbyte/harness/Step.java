// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One thing that a script does before its verb: bytes to write, or something to wait for. */
public sealed interface Step {

  /** Bytes that go out in exactly one write, framing included. */
  sealed interface Write extends Step {
    /** What goes onto the wire. */
    String text();

    /** The size on the wire, in bytes. */
    default int byteCount() {
      return text().getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** The status line and the headers, with the empty line after them. */
  record Head(String text) implements Write {}

  /**
   * One server-sent event.
   *
   * @param kind what it means: {@code lifecycle}, {@code reasoning}, {@code text}, {@code
   *     tool_input}, {@code tool_ready}, {@code finishing} or {@code error}
   */
  record Event(String kind, String text) implements Write {
    Event in(Framing framing) {
      return new Event(kind, framing.frame(text));
    }
  }

  /** A whole JSON body. */
  record Body(String text) implements Write {}

  /** The chunk that ends a chunked body (RFC 9112 §7.1). */
  record LastChunk() implements Write {
    @Override
    public String text() {
      return "0\r\n\r\n";
    }
  }

  /** Waits until the client's kernel has acknowledged every byte written so far. */
  record AwaitAcknowledged() implements Step {}

  /** Waits until somebody opens the gate, but no longer than the limit. */
  record AwaitGate(String name, Duration limit) implements Step {}
}
