// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.script;

import java.time.Duration;
import java.util.List;

/**
 * One thing that a script does before its verb: something to write, or something to wait for. What
 * is written is meant free of any framing; the wire that it is played on adds its own. Each write
 * goes out in exactly one piece: a chunk, a frame, a message, a segment.
 */
public sealed interface Step {

  /** Something that goes out. */
  sealed interface Write extends Step {}

  /** Something that goes out as content, in the framing of the wire. */
  sealed interface Content extends Write {
    /** The content, without framing. */
    Bytes payload();
  }

  /**
   * An informational head before the real one (RFC 9110 §15.2).
   *
   * @param status 100 to 199, without 101
   */
  record Interim(int status, String reason, List<Field> fields) implements Write {
    /** An immutable copy. */
    public Interim {
      fields = List.copyOf(fields);
    }
  }

  /**
   * The status and the headers; those that frame the content are the wire's to add.
   *
   * @param reason the phrase after the status, where the wire has one
   * @param wholeBytes how much content the head announces, where its framing does: as much as the
   *     response would have had uncut, unless the script lies
   */
  record Head(int status, String reason, List<Field> fields, long wholeBytes) implements Write {
    /** An immutable copy. */
    public Head {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One event of a stream, or the last piece of one that was cut into several writes.
   *
   * @param kind what it means: {@code lifecycle}, {@code reasoning}, {@code text}, {@code
   *     tool_input}, {@code tool_ready}, {@code server_tool}, {@code heartbeat}, {@code finishing}
   *     or {@code error}
   */
  record Event(String kind, Bytes payload) implements Content {}

  /** A piece of an event that does not end it. */
  record Piece(Bytes payload) implements Content {}

  /** A body that is no stream, or a piece of it. */
  record Body(Bytes payload) implements Content {}

  /** Bytes that go onto the connection just as they are, past all framing. */
  record Raw(Bytes bytes) implements Write {}

  /** Waits until the client's kernel has acknowledged every byte written so far. */
  record AwaitAcknowledged() implements Step {}

  /** Waits until the gate is opened, but no longer than the limit. */
  record AwaitGate(String name, Duration limit) implements Step {}

  /** Waits until the clock of the harness has gone on so far. */
  record Pause(Duration time) implements Step {}
}
