// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The runs of one event loop that go on. Once a second those of which nothing comes are checked, so
 * that they, too, are made safe again as they grow old: one check for all of them, since a timer
 * for each would be set and taken back with every request. Used on its event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // no timer can be set only when the loop has ended
public final class RunCheckpointer {

  private static final int CHECK_SECONDS = 1;

  private final EventLoop loop;
  private final Set<RecordedRun> runs = new LinkedHashSet<>();
  private boolean checkScheduled;

  public RunCheckpointer(EventLoop loop) {
    this.loop = loop;
  }

  /** A run began. */
  void add(RecordedRun run) {
    runs.add(run);
    scheduleCheck();
  }

  /** It is over. */
  void remove(RecordedRun run) {
    runs.remove(run);
  }

  private void scheduleCheck() {
    if (!checkScheduled) {
      checkScheduled = true;
      loop.schedule(this::check, CHECK_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void check() {
    checkScheduled = false;
    runs.forEach(run -> run.checkpoint(run.now()));
    if (!runs.isEmpty()) {
      scheduleCheck();
    }
  }
}
