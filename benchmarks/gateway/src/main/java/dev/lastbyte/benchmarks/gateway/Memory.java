// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an open stream costs in memory, by proxy. */
final class Memory {

  private final Map<String, Double> kbPerStream = new LinkedHashMap<>();

  /** What a proxy needs at the moment, in kilobytes. */
  long kb(RunningPeer peer) throws IOException {
    return List.of(Peers.LASTBYTE, Peers.BEFORE).contains(peer.peer().name())
        ? LiveMemory.kb(peer.pid())
        : peer.tree().residentKb();
  }

  /**
   * Each stream holds so much. The first turn counts: after it, what was freed is still resident.
   */
  void held(RunningPeer peer, double kb) {
    kbPerStream.putIfAbsent(peer.peer().name(), kb);
  }

  /** Kilobytes; NaN if it was not measured. */
  double kbPerStream(String peer) {
    return kbPerStream.getOrDefault(peer, Double.NaN);
  }
}
