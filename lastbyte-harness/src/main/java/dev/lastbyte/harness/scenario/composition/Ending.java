// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.provider.DialectStream;
import dev.lastbyte.harness.provider.ProviderDialects;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a scenario ends, before it is known in which dialect and framing. */
public interface Ending {
  /** From one heartbeat, or one byte of a drip, to the next. */
  Duration INTERVAL = Duration.ofMillis(100);

  /** The message ends as its framing has it. */
  Ending END_OF_MESSAGE =
      (dialect, framing) ->
          // the end of the connection is the only end that such a message has
          framing == Framing.CLOSE_DELIMITED ? new EndAction.Fin() : new EndAction.EndOfMessage();

  Ending FIN = always(new EndAction.Fin());
  Ending RST = always(new EndAction.Rst());
  Ending HALF_CLOSE = always(new EndAction.HalfClose());
  Ending STALL = always(new EndAction.Stall());
  Ending HEARTBEATS =
      (dialect, framing) ->
          new EndAction.Heartbeats(
              ProviderDialects.of(dialect).stream().heartbeat().payload(), INTERVAL);

  /** Blanks that end no line, and so never become an event. */
  Ending DRIP = always(new EndAction.Drip(Bytes.of(" "), INTERVAL));

  /** Visible text without end. */
  Ending ENDLESS_TEXT =
      (dialect, framing) -> {
        DialectStream dialectStream = ProviderDialects.of(dialect).stream();
        return new EndAction.Heartbeats(dialectStream.text().getLast().payload(), INTERVAL);
      };

  /** The verb for it. */
  EndAction in(Dialect dialect, Framing framing);

  /** That verb wherever it is told. */
  static Ending always(EndAction endAction) {
    return (dialect, framing) -> endAction;
  }

  /** The script that takes these steps and then ends so. */
  default Script after(List<? extends Step> steps, Dialect dialect, Framing framing) {
    EndAction endAction = in(dialect, framing);
    var all = new ArrayList<Step>(steps);
    if (!steps.isEmpty()
        && endAction instanceof EndAction.Cut
        && !(endAction instanceof EndAction.EndOfMessage)) {
      // a reset throws away what the client's kernel has not yet taken, so that comes first
      all.add(new Step.AwaitAcknowledged());
    }
    return new Script(all, endAction);
  }
}
