// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.recording;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;

/**
 * Hears of runs and of what goes wrong while they are kept. Called on event loops; never throws.
 */
public interface RunObserver {

  /** A run is over and was handed to the store. */
  void runEnded(RunLog log);

  /** What would have become of a run's response, whose client had gone, was handed to the store. */
  void shadowDrained(Token run);

  /**
   * The store cannot keep what it was given; traffic goes on.
   *
   * @param line fit to be shown
   */
  void storeUnhealthy(String line);

  /**
   * Something else is wrong, and the gateway goes on.
   *
   * @param line fit to be shown
   */
  void warning(String line);
}
