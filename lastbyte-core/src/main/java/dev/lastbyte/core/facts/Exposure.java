// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;

/**
 * What the user or the outside world saw.
 *
 * @param visible the most telling content that went out
 * @param told what the tool calls that the log tells of may have done
 * @param unseen what tools may have done whose call stood in content that was not followed, or in
 *     events let go
 * @param atProvider what tools may have done that the provider executes, or of which is not known
 *     who does
 */
public record Exposure(Visible visible, Effect told, Effect unseen, Effect atProvider) {

  /** What tools may have done that the log cannot tell of. */
  public Effect untold() {
    return unseen.orWorse(atProvider);
  }

  /** What executing tools may have done, wherever they run. */
  public Effect effect() {
    return told.orWorse(untold());
  }

  /** Content that went to the client, in order of how much of it a person sees. */
  public enum Visible implements Coded {
    NOTHING,
    REASONING,
    TEXT,
    /** The content could not be followed. */
    UNKNOWN
  }

  /** What tools may have done to the world, in order of the care that a second try needs. */
  public enum Effect implements Coded {
    /** No tool could have been executed. */
    NONE,
    /** Tools ran, and each is declared to be read-only or idempotent. */
    HARMLESS,
    /** Nothing is known about tools. */
    UNKNOWN,
    /** A tool may have been executed: its call was complete, or the provider runs it. */
    POSSIBLE,
    /** A tool that changes things came to its end. */
    DONE,
    /** A tool that changes things was started, and its outcome is not known. */
    STARTED;

    /** The one of two that needs more care. */
    public Effect orWorse(Effect other) {
      return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the world may have changed. */
    public boolean mayHaveHappened() {
      return switch (this) {
        case NONE, HARMLESS -> false;
        case POSSIBLE, STARTED, DONE, UNKNOWN -> true;
      };
    }
  }

  /** The most serious part as one word: {@code nothing}, {@code text}, {@code effect_started}. */
  public String code() {
    return switch (effect()) {
      case NONE -> visible.code();
      case HARMLESS, POSSIBLE, STARTED, DONE, UNKNOWN -> "effect_" + effect().code();
    };
  }
}
