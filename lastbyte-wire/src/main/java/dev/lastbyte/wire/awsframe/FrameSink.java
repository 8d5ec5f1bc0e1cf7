// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.awsframe;

/**
 * Is told what a stream of frames holds. What a frame says counts once {@link #frame} is called.
 */
public interface FrameSink {

  /** A piece, never empty, of the current frame's payload. */
  void payload(byte[] bytes, int from, int to);

  /** A piece, never empty, of the current frame's {@code :error-message}. */
  void errorMessage(byte[] bytes, int from, int to);

  /**
   * The current frame is whole, and its checksums hold.
   *
   * @param headers good during this call only
   * @param bytes its size, framing included
   */
  void frame(FrameHeaders headers, long bytes);

  /** A length or a checksum is wrong, so that nothing after it can be read. Said once. */
  void broken();
}
