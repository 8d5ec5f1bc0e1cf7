// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Verb;
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
  static final Ending PINGS = Ending.always(new Verb.Heartbeats(Bytes.NONE, Ending.INTERVAL));

  private Transports() {}

  static List<Scenario> all() {
    return List.of(
        midText("tls-no-close-notify", new Verb.TlsCloseWithoutNotify())
            .framed(EnumSet.of(Framing.TLS, Framing.H2)),
        midText("h2-rst-cancel", new Verb.ResetStream(CANCEL)).framed(H2),
        midText("h2-rst-internal-error", new Verb.ResetStream(INTERNAL_ERROR)).framed(H2),
        midText("h2-rst-refused-stream", new Verb.ResetStream(REFUSED_STREAM)).framed(H2),
        silent("h2-refused-stream", new Verb.ResetStream(REFUSED_STREAM)),
        midText("h2-goaway-no-error", new Verb.GoAway(NO_ERROR, EVERY_STREAM)).framed(H2),
        midText("h2-goaway-enhance-your-calm", new Verb.GoAway(ENHANCE_YOUR_CALM, EVERY_STREAM))
            .framed(H2),
        silent("h2-goaway-not-taken", new Verb.GoAway(NO_ERROR, 0)),
        Entry.of("h2-ping-only", new Plot.Streams(Tale.of(), PINGS), Keys.derived())
            .framed(H2)
            .acted(new ClientPart.GivesUp("first_content")));
  }

  /** Text, and then that. */
  static Entry midText(String name, Verb verb) {
    return Entry.of(name, new Plot.Streams(Place.TEXT::tale, Ending.always(verb)), Keys.derived());
  }

  private static Entry silent(String name, Verb verb) {
    return Entry.of(name, Plot.nothing(Ending.always(verb)), Keys.derived()).framed(H2);
  }
}
