// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.ConnectionEvent.ConnectionReused;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.log.RunLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log proves about one attempt.
 *
 * @param attempt its number, from 1
 * @param ending the first causal terminal evidence
 * @param later terminal evidence that came after the end
 * @param endedAtNanos when it ended, since the run began
 * @param phase how far it had come by then
 * @param clocks the four clocks at that moment
 * @param tools every tool call, in the order in which they were first seen
 * @param request what was asked, or null if not seen
 * @param response the response's head, or null if none came
 * @param reuse the use of a connection that had served before, or null if none was seen
 * @param correlations identifiers by which others can find the exchange
 * @param sideObservations other observations that speak for or against a cause
 * @param responseAdvice what the response says besides its status
 */
public record AttemptFacts(
    int attempt,
    Ending ending,
    List<Ending> later,
    long endedAtNanos,
    Phase phase,
    Delivery delivery,
    Exposure exposure,
    Completion completion,
    Closing closing,
    Clocks clocks,
    List<ToolCall> tools,
    @Nullable Seen<RequestDescribed> request,
    @Nullable Seen<ResponseStarted> response,
    @Nullable ConnectionReuse reuse,
    List<CorrelationId> correlations,
    SideObservations sideObservations,
    ResponseAdvice responseAdvice) {

  /** The reuse of its connection, or null if it was new or that was not seen. */
  public @Nullable Seen<ConnectionReused> reused() {
    return reuse == null ? null : reuse.seen();
  }

  /** When it began, since the run did. */
  public long beganAtNanos() {
    return endedAtNanos - clocks.requestAgeNanos();
  }

  /** The facts of one attempt of a run. */
  public static AttemptFacts of(RunLog log, int attempt) {
    return AttemptFold.fold(new AttemptEvents(log, attempt));
  }
}
