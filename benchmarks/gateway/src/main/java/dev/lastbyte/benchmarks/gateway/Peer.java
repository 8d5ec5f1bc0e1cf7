// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.nio.file.Path;
import java.util.List;

/**
 * A proxy that can be measured.
 *
 * @param name how the tables call it
 * @param program what must be there for it to run
 * @param command how it is started
 * @param port where it listens
 * @param prefix what a path begins with that leads to the provider
 * @param headers header lines that it wants with each request
 * @param pace how much can be asked of it
 */
record Peer(
    String name,
    Path program,
    List<String> command,
    int port,
    String prefix,
    List<String> headers,
    Pace pace) {

  /** How much can be asked of a proxy in the time that there is. */
  enum Pace {
    /** Takes part in everything. */
    FAST,
    /**
     * Takes milliseconds for a request: gets few of them, and only its CPU time tells something.
     */
    SLOW
  }
}
