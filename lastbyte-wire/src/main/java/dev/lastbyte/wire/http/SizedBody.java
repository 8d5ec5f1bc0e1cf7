// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.http;

/** A body of a length known beforehand, 0 for none. */
final class SizedBody implements BodyFraming {

  private long left;

  SizedBody(long bytes) {
    this.left = bytes;
  }

  @Override
  public int feed(byte[] bytes, int from, int to, PayloadSink sink) {
    int taken = (int) Math.min(left, to - from);
    left -= taken;
    if (taken > 0) {
      sink.payload(bytes, from, from + taken);
    }
    return from + taken;
  }

  @Override
  public boolean isWhole() {
    return left == 0;
  }

  @Override
  public boolean isBroken() {
    return false;
  }
}
