// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One scenario as it is met by one client. */
record ClientCase(Scenario scenario, Dialect dialect, Framing framing) {

  /** On the wire the others are the same as in text. */
  private static final List<String> PLACES =
      List.of("after-headers", "text", "mid-frame", "mid-utf8", "mid-chunk-header", "done");

  private static final List<String> CUTS = List.of("fin", "rst", "half-close");

  /** Without h2-goaway-not-taken, of which the JDK says one thing or another as luck has it. */
  private static final List<String> OTHERS =
      List.of(
          "ok",
          "before-headers-fin",
          "before-headers-rst",
          "fin-mid-headers",
          "reused-dies-fin",
          "reused-dies-rst",
          "content-length-long",
          "bad-chunk-size",
          "text-eof",
          "eof-no-finish-reason",
          "done-no-finish-reason",
          "finish-no-done",
          "anthropic-no-message-stop",
          "tls-no-close-notify",
          "h2-rst-cancel",
          "h2-rst-internal-error",
          "h2-rst-refused-stream",
          "h2-refused-stream",
          "h2-goaway-no-error",
          "h2-goaway-enhance-your-calm");

  /** All that a client can meet that speaks so. */
  static List<ClientCase> of(Dialect dialect, Set<Framing> framings) {
    Stream<String> cuts =
        PLACES.stream().flatMap(place -> CUTS.stream().map(cut -> place + "-" + cut));
    var cases = new ArrayList<ClientCase>();
    Stream.concat(OTHERS.stream(), cuts)
        .map(Scenarios::named)
        .filter(scenario -> scenario.dialects().contains(dialect))
        .forEach(scenario ->
            scenario.framings().stream()
                .filter(framings::contains)
                .sorted()
                .forEach(framing -> cases.add(new ClientCase(scenario, dialect, framing))));
    return cases;
  }

  static ClientCase of(String scenario, Framing framing) {
    return new ClientCase(Scenarios.named(scenario), Dialect.OPENAI_CHAT, framing);
  }

  /** Whether the client asks twice, on one connection where it can. */
  boolean isAskedTwice() {
    return scenario.clientBehavior() instanceof ClientBehavior.AsksAgainOnTheConnection;
  }

  /** Whether no byte of a response comes, so that a client may dare to ask again unseen. */
  boolean isUnanswered() {
    return scenario.script(dialect, framing).steps().isEmpty();
  }

  /** How the server is to end it, such as {@code rst}. */
  String verb() {
    return scenario.script(dialect, framing).endAction().token();
  }

  /** What ended it, such as {@code stream.reset}. */
  String cause() {
    return scenario.truth(dialect, framing).cause();
  }

  @Override
  public String toString() {
    return scenario.name() + " " + framing.token();
  }
}
