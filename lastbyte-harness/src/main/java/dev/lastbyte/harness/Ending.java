// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a scenario ends, before it is known in which dialect and framing. */
enum Ending {
  END_OF_MESSAGE,
  FIN,
  RST,
  STALL,
  HEARTBEATS;

  private static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(100);

  /** The script that takes these steps and then ends so. */
  Script after(List<? extends Step> steps, Dialect dialect, Framing framing) {
    var all = new ArrayList<Step>(steps);
    return switch (this) {
      case END_OF_MESSAGE -> endOfMessage(all, framing);
      case FIN -> acknowledged(all, new Verb.Fin());
      case RST -> acknowledged(all, new Verb.Rst());
      case STALL -> new Script(all, new Verb.Stall());
      case HEARTBEATS -> {
        String beat = framing.frame(dialect.speech().heartbeat());
        yield new Script(all, new Verb.HeartbeatsUntilGone(beat, HEARTBEAT_INTERVAL));
      }
    };
  }

  private static Script endOfMessage(List<Step> steps, Framing framing) {
    return switch (framing) {
      case CHUNKED -> {
        steps.add(new Step.LastChunk());
        yield new Script(steps, new Verb.EndOfMessage());
      }
      // the end of the connection is the only end that such a message has
      case CLOSE_DELIMITED -> acknowledged(steps, new Verb.Fin());
    };
  }

  /** A reset throws away what the client's kernel has not yet taken, so that comes first. */
  private static Script acknowledged(List<Step> steps, Verb verb) {
    if (!steps.isEmpty()) {
      steps.add(new Step.AwaitAcknowledged());
    }
    return new Script(steps, verb);
  }
}
