// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.facts;

import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.event.StreamEvent.Finish;
import org.jspecify.annotations.Nullable;

/**
 * Whether the response is proven to have ended whole, by the rule of its dialect.
 *
 * @param finish why the model stopped, or null if it did not say
 */
public record Completion(State state, @Nullable Finish finish) {

  /** How far the proof goes. */
  public enum State implements Coded {
    /** Nothing says that it ended. */
    UNPROVEN,
    /** The model said why it stopped, and the rest of the proof is missing. */
    HALF_PROVEN,
    PROVEN,
    /** The content could not be followed. */
    UNKNOWABLE
  }
}
