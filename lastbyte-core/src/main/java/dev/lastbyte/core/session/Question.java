// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.session;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.privacy.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question to a model, with every time that it was sent.
 *
 * @param sendings in order, never empty
 */
public record Question(List<Sending> sendings) {

  /** So many sendings are more than a careful client makes. */
  public static final int STORM = 10;

  private static final int NEVER = 0;

  /** How often it was sent, those included that are not among the sendings. */
  public int times() {
    return first().isOther() ? sendings.size() : Math.max(sendings.size(), last().number());
  }

  /** Whether it was sent so often that the retries are a trouble of their own. */
  public boolean isStorm() {
    return times() >= STORM;
  }

  /** The pauses between the end of one sending and the next, in nanoseconds. */
  public List<Long> pausesNanos() {
    return sendings.stream().skip(1).map(Sending::pauseNanos).toList();
  }

  /** Retries within retries, or null if the pauses show none. */
  public @Nullable RetryLayers layers() {
    return RetryLayers.in(pausesNanos());
  }

  /** Whether the last sending was answered. */
  public boolean answered() {
    return !last().diagnosis().mayHaveFailed();
  }

  /** Whether any sending had a response, however that ended. */
  public boolean hadResponse() {
    return sendings.stream().anyMatch(Sending::hadResponse);
  }

  /**
   * What the sendings that failed ended as, and how many did, in the order of the first of each.
   */
  public Map<Cause, Integer> failures() {
    Map<Cause, Integer> failures = new LinkedHashMap<>();
    sendings.stream()
        .map(Sending::diagnosis)
        .filter(diagnosis -> diagnosis.failed())
        .forEach(diagnosis -> failures.merge(diagnosis.cause(), 1, Integer::sum));
    return failures;
  }

  /** How often it was asked anew after a response that was cut when content had come. */
  public int askedAnew() {
    List<Sending> before = sendings.subList(0, sendings.size() - 1);
    return (int) before.stream().filter(Sending::wasCutInContent).count();
  }

  /** The number of the first sending that no longer asked for a stream; 0 if none did so. */
  public int streamingGivenUpAt() {
    boolean streamed = false;
    for (Sending sending : sendings) {
      Known streaming = sending.streaming();
      if (streamed && streaming == Known.NO) {
        return sending.number();
      }
      streamed |= streaming == Known.YES;
    }
    return NEVER;
  }

  /** The first sending. */
  public Sending first() {
    return sendings.getFirst();
  }

  /** The last sending, which decides. */
  public Sending last() {
    return sendings.getLast();
  }

  boolean holds(Token run) {
    return sendings.stream().anyMatch(sending -> sending.run().equals(run));
  }
}
