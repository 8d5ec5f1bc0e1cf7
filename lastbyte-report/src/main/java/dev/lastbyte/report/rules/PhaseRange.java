// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.core.facts.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The phases at which a cause can end an attempt.
 *
 * @param from the first
 * @param to the last
 */
record PhaseRange(Phase from, Phase to) {

  private static final PhaseRange ANY = new PhaseRange(Phase.PREPARE, Phase.COMPLETE);

  static PhaseRange of(Cause cause) {
    return switch (cause.group()) {
      case NONE, LOCAL, NET, HTTP, PROVIDER, POLICY, ABORT, WATCHDOG, TOOL -> ANY;
      case CONN -> ofConnection(cause);
      case SEND -> new PhaseRange(Phase.CONNECT, Phase.SEND);
      case WAIT -> new PhaseRange(Phase.AWAIT_HEADERS, Phase.AWAIT_HEADERS);
      case PROTO -> ofProtocol(cause);
      case STREAM -> ofStream(cause);
      case HOST -> new PhaseRange(Phase.PREPARE, Phase.TOOL_DONE);
    };
  }

  /** A server that goes away may leave what it had begun. */
  private static PhaseRange ofConnection(Cause cause) {
    Phase to = cause == Cause.CONN_GOAWAY ? Phase.TOOL_DONE : Phase.AWAIT_HEADERS;
    return new PhaseRange(Phase.SEND, to);
  }

  /** The client's own bytes can break HTTP before anything was dialled for them. */
  private static PhaseRange ofProtocol(Cause cause) {
    Phase from = cause == Cause.PROTO_MALFORMED ? Phase.PREPARE : Phase.AWAIT_HEADERS;
    return new PhaseRange(from, Phase.TOOL_DONE);
  }

  private static PhaseRange ofStream(Cause cause) {
    return switch (cause) {
      case STREAM_EMPTY_COMPLETION -> new PhaseRange(Phase.FINISHING, Phase.COMPLETE);
      // What cuts a connection need not have seen a byte of the request.
      case STREAM_IDLE_CUT, STREAM_TOTAL_CUT -> new PhaseRange(Phase.CONNECT, Phase.TOOL_DONE);
      default -> new PhaseRange(Phase.AWAIT_FIRST_BYTE, Phase.TOOL_DONE);
    };
  }

  /** The headlines under which a cause can stand. */
  List<Headline> headlines(Cause cause) {
    Stream<Headline> byPhase =
        Arrays.stream(Phase.values())
            .filter(phase -> phase.compareTo(from) >= 0 && phase.compareTo(to) <= 0)
            .map(phase -> Headline.of(cause, phase));
    Stream<Headline> without =
        cause == Cause.UNKNOWN ? Stream.of(Headline.UNDETERMINED) : Stream.empty();
    return Stream.concat(without, byPhase).distinct().toList();
  }
}
