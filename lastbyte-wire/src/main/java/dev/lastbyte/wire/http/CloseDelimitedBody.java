// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** A body that lasts until the connection ends, so that nothing in it can say that it is whole. */
final class CloseDelimitedBody implements BodyFraming {

  @Override
  public int feed(byte[] bytes, int from, int to, PayloadSink sink) {
    if (from < to) {
      sink.payload(bytes, from, to);
    }
    return to;
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public boolean isBroken() {
    return false;
  }
}
