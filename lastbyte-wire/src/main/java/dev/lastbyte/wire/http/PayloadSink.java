// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** Is handed what a body holds, without the framing around it. */
@FunctionalInterface
public interface PayloadSink {

  /** The next piece, never empty. */
  void payload(byte[] bytes, int from, int to);
}
