// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.websocket;

import dev.lastbyte.wire.coding.CodingException;

/** Is told of the frames of one direction. */
interface FrameSink {

  /** A frame began; whether it may come now is for the sink to say, by false. */
  boolean begun(Frame frame);

  /** The next piece of its payload, unmasked. */
  void payload(byte[] bytes, int from, int to) throws CodingException;

  /** The frame is whole. */
  void ended(Frame frame) throws CodingException;

  /** Nothing more can be read. */
  void lost(boolean broken);
}
