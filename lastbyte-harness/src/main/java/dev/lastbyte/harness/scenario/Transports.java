// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.composition.AnswerKeys;
import dev.lastbyte.harness.scenario.composition.CutPoint;
import dev.lastbyte.harness.scenario.composition.Ending;
import dev.lastbyte.harness.scenario.composition.ScenarioBehavior;
import dev.lastbyte.harness.scenario.composition.ScenarioEntry;
import dev.lastbyte.harness.scenario.composition.StreamPrefix;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Endings that only TLS and HTTP/2 have. */
final class Transports {
  private static final Set<Framing> H2 = Set.of(Framing.H2);
  private static final long NO_ERROR = 0x0;
  private static final long INTERNAL_ERROR = 0x2;
  private static final long REFUSED_STREAM = 0x7;
  private static final long CANCEL = 0x8;
  private static final long ENHANCE_YOUR_CALM = 0xb;

  /** A last stream that leaves none out, as a server says that means to finish them all. */
  private static final long EVERY_STREAM = 0x7fff_ffff;

  /** Content without a byte, which a wire that knows pings sends as one. */
  static final Ending PINGS = Ending.always(new EndAction.Heartbeats(Bytes.NONE, Ending.INTERVAL));

  private Transports() {}

  static List<Scenario> all() {
    return List.of(
        midText("tls-no-close-notify", new EndAction.TlsCloseWithoutNotify())
            .withFramings(EnumSet.of(Framing.TLS, Framing.H2)),
        midText("h2-rst-cancel", new EndAction.ResetStream(CANCEL)).withFramings(H2),
        midText("h2-rst-internal-error", new EndAction.ResetStream(INTERNAL_ERROR))
            .withFramings(H2),
        midText("h2-rst-refused-stream", new EndAction.ResetStream(REFUSED_STREAM))
            .withFramings(H2),
        silent("h2-refused-stream", new EndAction.ResetStream(REFUSED_STREAM)),
        midText("h2-goaway-no-error", new EndAction.GoAway(NO_ERROR, EVERY_STREAM))
            .withFramings(H2),
        midText(
                "h2-goaway-enhance-your-calm",
                new EndAction.GoAway(ENHANCE_YOUR_CALM, EVERY_STREAM))
            .withFramings(H2),
        silent("h2-goaway-not-taken", new EndAction.GoAway(NO_ERROR, 0)),
        ScenarioEntry.of(
                "h2-ping-only",
                new ScenarioBehavior.StreamedResponse(StreamPrefix.of(), PINGS),
                AnswerKeys.derived())
            .withFramings(H2)
            .withClientBehavior(new ClientBehavior.GivesUp("first_content")));
  }

  /** Text, and then that. */
  static ScenarioEntry midText(String name, EndAction endAction) {
    return ScenarioEntry.of(
        name,
        new ScenarioBehavior.StreamedResponse(CutPoint.TEXT::prefix, Ending.always(endAction)),
        AnswerKeys.derived());
  }

  private static ScenarioEntry silent(String name, EndAction endAction) {
    return ScenarioEntry.of(
            name, ScenarioBehavior.emptyResponse(Ending.always(endAction)), AnswerKeys.derived())
        .withFramings(H2);
  }
}
