// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.event;

import dev.lastbyte.core.privacy.Token;
import org.jspecify.annotations.Nullable;

/** What the application did with the model's tool calls. */
public sealed interface ToolEvent extends RunEvent {

  /** The call's id, or null if the application did not say. */
  @Nullable Token call();

  /**
   * The application took a call for whole and made it a task of its own; it has not begun.
   *
   * @param effect what executing it can do, as the application declares it
   */
  record ToolMaterialised(Stamp stamp, @Nullable Token call, ToolEffect effect)
      implements ToolEvent {

    /** A task whose effect is not declared. */
    public ToolMaterialised(Stamp stamp, @Nullable Token call) {
      this(stamp, call, ToolEffect.UNKNOWN);
    }
  }

  /** The application began to execute a call. */
  record ToolStarted(Stamp stamp, @Nullable Token call, ToolEffect effect) implements ToolEvent {}

  /** The execution came to an end. */
  record ToolEnded(Stamp stamp, @Nullable Token call, ToolOutcome outcome) implements ToolEvent {}

  /** The result went back to the model. */
  record ToolResultSent(Stamp stamp, @Nullable Token call) implements ToolEvent {}

  /**
   * The results of this call and of an equal one, made by an earlier attempt at the same question,
   * went back together: it was executed in both.
   *
   * @param earlier the run of the earlier call, or null if it is not known
   */
  record ToolRepeated(Stamp stamp, @Nullable Token call, @Nullable Token earlier)
      implements ToolEvent {}

  /** What executing a tool can do to the world, as its owner declares it. */
  enum ToolEffect implements Coded {
    READ_ONLY,
    IDEMPOTENT,
    LOCAL_WRITE,
    PROCESS,
    REMOTE_WRITE,
    UNKNOWN;

    /** Whether executing it twice could change the world twice. */
    public boolean mayHurtTwice() {
      return switch (this) {
        case READ_ONLY, IDEMPOTENT -> false;
        case LOCAL_WRITE, PROCESS, REMOTE_WRITE, UNKNOWN -> true;
      };
    }

    /**
     * The one of two that needs more care. What is known to change things outweighs what is not
     * known, since a policy may say more of the latter.
     */
    public ToolEffect orWorse(ToolEffect other) {
      return care() >= other.care() ? this : other;
    }

    private int care() {
      return switch (this) {
        case READ_ONLY -> 0;
        case IDEMPOTENT -> 1;
        case UNKNOWN -> 2;
        case LOCAL_WRITE -> 3;
        case PROCESS -> 4;
        case REMOTE_WRITE -> 5;
      };
    }
  }

  /** How an execution ended. */
  enum ToolOutcome implements Coded {
    DONE,
    /** The arguments were not what the tool takes; it did not run. */
    INVALID_ARGUMENTS,
    /** It was whole and was dropped before it began; it did not run. */
    DROPPED,
    FAILED,
    TIMED_OUT,
    INTERRUPTED
  }
}
