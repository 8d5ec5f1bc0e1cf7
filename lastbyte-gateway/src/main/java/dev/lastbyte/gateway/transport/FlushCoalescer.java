// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what was written in a turn of an event loop at the turn's end, on all its connections one
 * after the other: the first piece wakes up the program that waits for it, and the others find that
 * program awake. Used on its event loop only.
 */
public final class FlushCoalescer implements Runnable {

  /** From here on more of a connection's bytes wait than one turn is worth. */
  private static final int NEARLY_FULL_BYTES = 32 * 1024;

  private final EventLoop loop;
  private final List<Channel> written = new ArrayList<>();

  FlushCoalescer(EventLoop loop) {
    this.loop = loop;
  }

  /** Something was written to a connection. It is sent before the loop waits again. */
  public void add(Channel channel) {
    if (channel.bytesBeforeUnwritable() < NEARLY_FULL_BYTES) {
      channel.flush();
      return;
    }
    if (written.isEmpty()) {
      loop.execute(this);
    }
    written.add(channel);
  }

  /**
   * Sends all of it now: at the end of the turn, or before the end of a connection is reported,
   * which came after it. A write that completes may lead to further writes, which are sent then,
   * too.
   */
  @Override
  public void run() {
    for (int i = 0; i < written.size(); i++) {
      written.get(i).flush();
    }
    written.clear();
  }
}
