// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.core.privacy.Token;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer may decide about retries. Nothing in it can allow a retry once an effect may have
 * happened: a declared effect says what a tool can do, it does not excuse what was done.
 *
 * @param longestWait a longer wish of the provider is not waited for
 * @param mostAttempts how many attempts a run may make by itself, the first included; at least 1
 * @param firstPause the shortest pause before the second attempt; it doubles with each further one
 * @param longestPause where that doubling ends
 * @param canRetract whether the consumer takes back visible text before a replay
 * @param mayBeBilledTwice whether a replay may cost again without a person's word
 * @param tools what each tool can do, by its name
 */
public record RetryPolicy(
    Duration longestWait,
    int mostAttempts,
    Duration firstPause,
    Duration longestPause,
    boolean canRetract,
    boolean mayBeBilledTwice,
    Map<Token, Declared> tools) {

  /**
   * @throws IllegalArgumentException if there would not be one attempt
   */
  public RetryPolicy {
    if (mostAttempts < 1) {
      throw new IllegalArgumentException(
          "mostAttempts must be at least 1, but was " + mostAttempts);
    }
    tools = Map.copyOf(tools);
  }

  /**
   * What a tool can do, and who says so.
   *
   * @param basis a claim (such as an MCP tool's annotation) is shown and never relied upon
   */
  public record Declared(ToolEffect effect, Basis basis) {}

  /** Who declares a tool's effect. */
  public enum Basis implements Coded {
    /** The person or program that runs it here. */
    OWNER,
    /** The tool's own description. */
    CLAIM
  }

  /**
   * Waits at most two minutes, makes three attempts, pauses from half a second to eight, cannot
   * retract, may be billed twice, and knows no tool.
   */
  public static RetryPolicy standard() {
    return new RetryPolicy(
        Duration.ofMinutes(2),
        3,
        Duration.ofMillis(500),
        Duration.ofSeconds(8),
        false,
        true,
        Map.of());
  }

  /** The same policy for a consumer that takes back visible text before a replay. */
  public RetryPolicy retracting() {
    return new RetryPolicy(
        longestWait, mostAttempts, firstPause, longestPause, true, mayBeBilledTwice, tools);
  }

  /** The same policy with the effects of tools declared. */
  public RetryPolicy declaring(Map<Token, Declared> effects) {
    return new RetryPolicy(
        longestWait, mostAttempts, firstPause, longestPause, canRetract, mayBeBilledTwice, effects);
  }

  /** The pause after so many attempts, before jitter. */
  Duration pauseAfter(int attempts) {
    int doublings =
        Math.min(attempts - 1, 20); // A million times the first pause is past any limit.
    Duration pause = firstPause.multipliedBy(1L << Math.max(0, doublings));
    return pause.compareTo(longestPause) > 0 ? longestPause : pause;
  }

  /**
   * What a call can do: the application's own word on this call first, else its owner's on the
   * tool. Where both speak, the worse is believed.
   */
  ToolEffect effectOf(ToolCall call) {
    ToolEffect ofTool = declaredByOwner(call.name());
    boolean toolDecides = call.effect() == ToolEffect.UNKNOWN || ofTool.mayHurtTwice();
    return ofTool != ToolEffect.UNKNOWN && toolDecides ? ofTool : call.effect();
  }

  private ToolEffect declaredByOwner(@Nullable Token tool) {
    Declared declared = tool == null ? null : tools.get(tool);
    return declared != null && declared.basis() == Basis.OWNER
        ? declared.effect()
        : ToolEffect.UNKNOWN;
  }
}
