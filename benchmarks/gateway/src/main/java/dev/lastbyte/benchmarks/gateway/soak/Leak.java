// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether something grows that should not. What is judged is the second half, from the middle to
 * the end, under the same load: by the middle all that is bounded is full, and all is compiled. Of
 * the heap counts what lives after a full collection.
 */
final class Leak {

  private static final double MORE = 1.10;
  private static final long MORE_KB = 8 * 1024;
  private static final long MORE_THREADS = 2;

  private Leak() {}

  /** What grew, a line each; empty if nothing did. */
  static List<String> between(Vitals middle, Vitals end) {
    List<String> grown = new ArrayList<>();
    judge(grown, "heap after collection, KB", middle.heapKb(), end.heapKb(), MORE_KB);
    judge(grown, "resident memory, KB", middle.residentKb(), end.residentKb(), MORE_KB);
    long more = Math.max(0, 2L * (end.streams() - middle.streams()));
    judge(grown, "descriptors", middle.descriptors(), end.descriptors(), more);
    if (end.threads() > middle.threads() + MORE_THREADS) {
      grown.add("threads grew from %d to %d".formatted(middle.threads(), end.threads()));
    }
    return grown;
  }

  /** How it is judged, for those who read the result. */
  static String rule() {
    return "judged from the middle to the end: heap after a full collection and resident memory"
        + " by no more than 10 % and 8 MB, descriptors 10 %, threads 2";
  }

  private static void judge(List<String> grown, String what, long from, long to, long free) {
    if (to > from * MORE + free) {
      grown.add("%s grew from %d to %d".formatted(what, from, to));
    }
  }
}
