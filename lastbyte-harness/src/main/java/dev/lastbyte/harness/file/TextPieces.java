// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.file;

import dev.lastbyte.harness.script.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The pieces in which text, reasoning or arguments are told. */
sealed interface TextPieces {

  /** The time from the first piece to the last one. */
  Duration over();

  /** The pieces, for a stream that sends them in events of its own. */
  List<String> in(Function<List<String>, List<Step.Event>> telling);

  /** These. */
  record Given(List<String> texts) implements TextPieces {
    @Override
    public Duration over() {
      return Duration.ZERO;
    }

    @Override
    public List<String> in(Function<List<String>, List<Step.Event>> telling) {
      return texts;
    }
  }

  /**
   * So many events with so many bytes in all, framing of the events included, filled with what
   * means nothing. Where the events alone are larger, each has one character.
   *
   * @param before what the filling begins with, such as the start of an object
   * @param behind what it ends with
   */
  record Filled(int events, int bytes, Duration over, String before, String behind)
      implements TextPieces {
    private static final String FILLING = "x";

    @Override
    public List<String> in(Function<List<String>, List<Step.Event>> telling) {
      int emptyBytes = telling.apply(List.of(FILLING)).getLast().payload().size() - 1;
      int[] sizes =
          IntStream.range(0, events).map(i -> Math.max(1, share(i) - emptyBytes)).toArray();
      int fixed = before.length() + behind.length();
      int filling = Math.max(0, IntStream.of(sizes).sum() - fixed);
      return cut(before + FILLING.repeat(filling) + behind, sizes);
    }

    private int share(int index) {
      return bytes / events + (index < bytes % events ? 1 : 0);
    }

    /** The last piece has what is left. */
    private static List<String> cut(String text, int[] sizes) {
      var pieces = new ArrayList<String>();
      int from = 0;
      for (int i = 0; i < sizes.length; i++) {
        boolean last = i == sizes.length - 1;
        int to = last ? text.length() : Math.min(text.length(), from + sizes[i]);
        pieces.add(text.substring(from, to));
        from = to;
      }
      return pieces;
    }
  }
}
