// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunRecorder;
import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/**
 * One run as the gateway records it. An HTTP request is a run of one attempt: what belongs together
 * beyond that only the caller knows. Used by its exchange, on its event loop.
 */
final class RecordedRun {

  /** The number of a run's only attempt. */
  static final int ATTEMPT = 1;

  private final Runs runs;
  private final RunRecorder recorder;
  private final @Nullable CallerRun caller;
  private boolean over;

  RecordedRun(Runs runs, RunRecorder recorder, @Nullable CallerRun caller) {
    this.runs = runs;
    this.recorder = recorder;
    this.caller = caller;
  }

  Token id() {
    return recorder.header().run();
  }

  RunRecorder recorder() {
    return recorder;
  }

  /** Nanoseconds since the run began. */
  long now() {
    return recorder.now();
  }

  /** A stamp of this moment, as seen on the provider's side. */
  Stamp up() {
    return recorder.stamp(ATTEMPT, Vantage.GATEWAY_UP);
  }

  /** A stamp of this moment, as seen on the client's side. */
  Stamp down() {
    return recorder.stamp(ATTEMPT, Vantage.GATEWAY_DOWN);
  }

  void record(RunEvent event) {
    recorder.record(event);
  }

  /** The run is over, and goes to the store. Only the first call has an effect. */
  void end() {
    if (!over) {
      over = true;
      recorder.end(Vantage.GATEWAY_UP);
      runs.end(recorder, caller);
    }
  }
}
