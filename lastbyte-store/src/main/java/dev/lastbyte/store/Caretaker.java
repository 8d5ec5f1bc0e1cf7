// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import java.io.IOException;

/** Does what takes time, so that who records never waits: the thread of a writer. */
final class Caretaker implements Runnable {

  private final Recording recording;
  private final Segments segments;
  private final Rounds rounds;

  Caretaker(Recording recording, Segments segments, Rounds rounds) {
    this.recording = recording;
    this.segments = segments;
    this.rounds = rounds;
  }

  @Override
  public void run() {
    try {
      while (doNext()) {
        // until nothing is to be done any more
      }
    } catch (InterruptedException e) {
      // Nobody has this thread but the store, which does not interrupt it: then this is the end.
      Thread.currentThread().interrupt();
    }
  }

  private boolean doNext() throws InterruptedException {
    switch (recording.errand()) {
      case Errand.Seal seal -> {
        seal.full().forEach(OpenSegment::seal);
        rounds.soon();
      }
      case Errand.Prepare prepare -> prepare(prepare.bytes());
      case Errand.End end -> {
        return false;
      }
    }
    return true;
  }

  private void prepare(int bytes) {
    try {
      recording.prepared(segments.prepare(bytes));
    } catch (IOException | RuntimeException e) {
      recording.notPrepared(e);
    }
  }
}
