// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * What a client that knows the script can wait for.
 *
 * @param head whether a response begins at all
 * @param content whether any of it says something
 * @param bytes how much content is to come before the verb has begun
 * @param isEndless whether the exchange goes on until the client leaves
 */
record ExpectedResponse(boolean head, boolean content, long bytes, boolean isEndless) {

  private static final Set<String> EMPTY_KINDS = Set.of("lifecycle", "heartbeat");
  private static final String DATA = "data: ";

  static ExpectedResponse of(Script script, Framing framing) {
    boolean head = script.steps().stream().anyMatch(Step.Head.class::isInstance);
    boolean content =
        script.steps().stream()
            .filter(Step.Event.class::isInstance)
            .anyMatch(step -> !EMPTY_KINDS.contains(((Step.Event) step).kind()));
    boolean lasts = script.endAction() instanceof EndAction.Lasting;
    return new ExpectedResponse(
        head, content, bytes(script.content(), framing) + begunBytes(script.endAction()), lasts);
  }

  /** A message of a WebSocket is what is said in an event, without its lines' names and ends. */
  private static long bytes(Bytes content, Framing framing) {
    return framing == Framing.WEBSOCKET
        ? content
            .text()
            .lines()
            .filter(line -> line.startsWith(DATA))
            .mapToLong(line -> line.length() - DATA.length())
            .sum()
        : content.size();
  }

  /** What shows that a verb has begun to last. */
  private static long begunBytes(EndAction verb) {
    return switch (verb) {
      case EndAction.Heartbeats beats -> beats.payload().size();
      case EndAction.Drip unused -> 1;
      case EndAction.Stall unused -> 0;
      case EndAction.Cut unused -> 0;
      case EndAction.Refuse unused -> 0;
      case EndAction.Unreached unused -> 0;
    };
  }

  /** The timer that a careful client has for a silence after that. */
  String timer() {
    return content ? "idle" : head ? "first_content" : "headers";
  }

  /**
   * Reads until all of it has come; where nothing ever comes, so long that the question has.
   *
   * @param timeout how long that is
   */
  void await(TestClient client, Duration timeout) throws IOException {
    if (head) {
      client.readTo(bytes);
    } else {
      var unused = client.readFor(timeout);
    }
  }
}
