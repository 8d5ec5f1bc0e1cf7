// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;

/**
 * What a script is played on: it puts the meaning of one exchange into the bytes of a protocol. One
 * call is one write. A write fails once the client's kernel has answered with a reset.
 *
 * <pre>
 * interim (0..n) → head → payload (0..n) → end
 * raw, anywhere
 * awaitLeaving, once, after which nothing is read from the client any more
 * </pre>
 */
public interface ResponseWriter {

  /** Writes an informational head. */
  void interim(Step.Interim interim) throws IOException;

  /** Writes the status and the headers, with those that frame the content. */
  void head(Step.Head head) throws IOException;

  /** Writes content as one piece of the framing: a chunk, a frame, a message. */
  void payload(Bytes payload) throws IOException;

  /** Writes onto the connection just as it is. */
  void raw(Bytes bytes) throws IOException;

  /** How many bytes these four have written, framing included. */
  long bytesWritten();

  /** Waits, with a bound, until the client's kernel has acknowledged what was written. */
  Acknowledgement acknowledge() throws IOException;

  /**
   * Ends the exchange so.
   *
   * @throws IllegalStateException if this wire has no such verb, which {@link
   *     dev.lastbyte.harness.Framing#has} told before
   */
  void end(EndAction.Cut cut) throws IOException;

  /** Ignores what the client sends until it leaves, or until our own side is closed. */
  ClientClose awaitClientClose();

  /** Whether our own side is closed. */
  boolean isClosed();
}
