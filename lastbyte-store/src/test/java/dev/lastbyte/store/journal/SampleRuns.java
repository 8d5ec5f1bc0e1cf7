// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import dev.lastbyte.core.event.ConnectionEvent.DialFailed;
import dev.lastbyte.core.event.ConnectionEvent.DialFailure;
import dev.lastbyte.core.event.ConnectionEvent.DialStarted;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.AttemptStarted;
import dev.lastbyte.core.event.LifeEvent.RunEnded;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.List;

/** Runs as a gateway would hand them over. */
public final class SampleRuns {

  private static final long NINE_THIRTY = 1_769_851_800_000L;

  /** Sessions are not all of the same length. */
  private static final int LONGER_SESSION = 32;

  private SampleRuns() {}

  /** Those of a writer whose segments have room for so many bytes of runs, and hardly more. */
  public static StoreLimits segmentsOf(int bytes) {
    return segmentsOf(bytes, 1_000_000);
  }

  /** The same, of whose records so many bytes may wait. */
  public static StoreLimits segmentsOf(int bytes, long waitingBytes) {
    return new StoreLimits(headBytes() + bytes, waitingBytes, 1_000_000);
  }

  /** What a segment holds beside runs, at most. */
  public static int headBytes() {
    int head = SegmentHeader.ofNewSession(1).content().length + OpenSegment.OVERHEAD_BYTES;
    return 2 * (head + LONGER_SESSION);
  }

  public static Token id(String run) {
    return new Token(run);
  }

  public static Stamp at(long nanos, int attempt) {
    return new Stamp(nanos, attempt, Vantage.GATEWAY_UP);
  }

  /** A run before its first dial; started so many milliseconds after half past nine. */
  public static RunLog started(String run, long millis) {
    return new RunLog(
        new RunHeader(id(run), NINE_THIRTY + millis, id("openai")),
        List.of(
            new RequestDescribed(
                at(10, Stamp.WHOLE_RUN),
                Dialect.OPENAI_CHAT,
                id("gpt-9"),
                Known.YES,
                Known.NO,
                Known.NO,
                0,
                0),
            new AttemptStarted(at(20, 1))),
        0);
  }

  /** The same run, whose dial was refused. */
  public static RunLog refused(String run, long millis) {
    return started(run, millis)
        .plus(
            List.of(
                new DialStarted(at(30, 1)),
                new DialFailed(at(40, 1), DialFailure.REFUSED),
                new RunEnded(at(50, Stamp.WHOLE_RUN))));
  }
}
