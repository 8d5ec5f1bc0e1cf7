// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Hears what comes on a connection. */
public interface Receiver {

  /** Bytes came; they are the receiver's until it returns. */
  void received(ByteBuffer bytes) throws IOException;

  /** The other side has ended, in whatever way. */
  void ended() throws IOException;
}
