// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import dev.lastbyte.harness.speech.Speech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a scenario ends, before it is known in which dialect and framing. */
interface Ending {
  /** From one heartbeat, or one byte of a drip, to the next. */
  Duration INTERVAL = Duration.ofMillis(100);

  /** The message ends as its framing has it. */
  Ending END_OF_MESSAGE =
      (dialect, framing) ->
          // the end of the connection is the only end that such a message has
          framing == Framing.CLOSE_DELIMITED ? new Verb.Fin() : new Verb.EndOfMessage();

  Ending FIN = always(new Verb.Fin());
  Ending RST = always(new Verb.Rst());
  Ending HALF_CLOSE = always(new Verb.HalfClose());
  Ending STALL = always(new Verb.Stall());
  Ending HEARTBEATS =
      (dialect, framing) -> new Verb.Heartbeats(Speech.in(dialect).heartbeat().payload(), INTERVAL);

  /** Blanks that end no line, and so never become an event. */
  Ending DRIP = always(new Verb.Drip(Bytes.of(" "), INTERVAL));

  /** Visible text without end. */
  Ending ENDLESS_TEXT =
      (dialect, framing) -> {
        Speech speech = Speech.in(dialect);
        return new Verb.Heartbeats(speech.text().getLast().payload(), INTERVAL);
      };

  /** The verb for it. */
  Verb in(Dialect dialect, Framing framing);

  /** That verb wherever it is told. */
  static Ending always(Verb verb) {
    return (dialect, framing) -> verb;
  }

  /** The script that takes these steps and then ends so. */
  default Script after(List<? extends Step> steps, Dialect dialect, Framing framing) {
    Verb verb = in(dialect, framing);
    var all = new ArrayList<Step>(steps);
    if (!steps.isEmpty() && verb instanceof Verb.Cut && !(verb instanceof Verb.EndOfMessage)) {
      // a reset throws away what the client's kernel has not yet taken, so that comes first
      all.add(new Step.AwaitAcknowledged());
    }
    return new Script(all, verb);
  }
}
