// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness.fromrun;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.RequestEvent.RequestDescribed;
import dev.lastbyte.core.event.RequestEvent.RequestSent;
import dev.lastbyte.core.event.ResponseEvent.BodyEnd;
import dev.lastbyte.core.event.ResponseEvent.BodyEnded;
import dev.lastbyte.core.event.ResponseEvent.Framing;
import dev.lastbyte.core.event.ResponseEvent.ResponseStarted;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.log.RunLog;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run's last attempt as a scenario of one's own, in YAML. It holds no content, as the log does.
 */
public final class ScenarioExport {

  /** The vantages that face the provider, the one that sees most first. */
  private static final List<Vantage> VANTAGES =
      List.of(Vantage.GATEWAY_UP, Vantage.CLIENT, Vantage.IMPORT);

  private ScenarioExport() {}

  /**
   * The scenario.
   *
   * @throws InvalidInputException if nothing of the attempt came from a server, or in no dialect
   *     that is known
   */
  public static String of(String name, RunLog log, PauseScaling timing) {
    List<RunEvent> events = events(log);
    Dialect dialect = dialect(log);
    String run = log.header().run().value();
    if (!reachedServer(events)) {
      throw new InvalidInputException(
          "nothing of run "
              + run
              + " reached a server, so there is nothing to serve; see: lastbyte harness list"
              + " --group way-there");
    }
    @Nullable ResponseStarted head = first(events, ResponseStarted.class).orElse(null);
    var ending = ScenarioEnding.of(events);
    String steps = ScenarioSteps.of(events, dialect, ending, timing);
    return """
    # Made of run %s: framing, kinds and sizes of events, timing, and the end. It holds no content.
    name: %s
    dialects: %s
    framings: %s
    steps:%send: %s
    """
        .formatted(
            run,
            name,
            dialect.code(),
            framing(head, ending),
            steps.isEmpty() ? " []\n" : "\n" + steps,
            ending.yaml());
  }

  private static List<RunEvent> events(RunLog log) {
    int attempt = log.attempts().isEmpty() ? 1 : log.attempts().getLast();
    List<RunEvent> all = log.events().stream().filter(event -> event.attempt() == attempt).toList();
    return VANTAGES.stream()
        .map(vantage -> all.stream().filter(event -> event.vantage() == vantage).toList())
        .max(Comparator.comparingInt(List::size))
        .orElse(all);
  }

  private static Dialect dialect(RunLog log) {
    return first(log.events(), RequestDescribed.class)
        .map(RequestDescribed::dialect)
        .filter(dialect -> dialect != Dialect.UNKNOWN)
        .orElseThrow(() ->
            new InvalidInputException(
                "the API of run "
                    + log.header().run()
                    + " is not known, so there is no"
                    + " scenario of it"));
  }

  private static boolean reachedServer(List<RunEvent> events) {
    return events.stream()
        .anyMatch(event ->
            event instanceof ResponseStarted
                || event instanceof CloseEvent
                || event instanceof RequestSent);
  }

  private static String framing(@Nullable ResponseStarted head, ScenarioEnding ending) {
    if (ending.framing() != null) {
      return Objects.requireNonNull(ending.framing());
    }
    Framing framing = head == null ? Framing.CHUNKED : head.framing();
    return switch (framing) {
      case LENGTH -> "length";
      case CLOSE_DELIMITED -> "close-delimited";
      case FRAMES -> "h2";
      case CHUNKED, NONE, UNKNOWN -> "chunked";
    };
  }

  static <T extends RunEvent> Optional<T> first(List<RunEvent> events, Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Whether the body came to the end that its framing has. */
  static boolean isWhole(List<RunEvent> events) {
    return first(events, BodyEnded.class).map(body -> body.how() != BodyEnd.CUT).orElse(false);
  }
}
