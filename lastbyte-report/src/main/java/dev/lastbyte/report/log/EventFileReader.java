// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.privacy.Token;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that holds any number of runs, in any order of their lines. Used once, by one
 * thread.
 */
final class EventFileReader {

  /** The most events held at once, before the runs that were begun first are given away. */
  static final int MAX_HELD = 1 << 18;

  private final LineReader lines;
  private final Consumer<DecodedRunLog> runs;
  private final ReadProblems outside = new ReadProblems();

  /** Those that more lines may belong to, in the order in which they were begun. */
  private final Map<Token, RunAssembler> open = new LinkedHashMap<>();

  private final Set<Token> givenAway = new HashSet<>();
  private @Nullable RunAssembler current;
  private int begun;
  private long held;

  /** Whether lines of several runs stand between each other, so that a lost one may be of any. */
  private boolean mixed;

  /** How many lines could not be read, and how many of them stood in each run. */
  private long unreadable;

  private final Map<RunAssembler, Long> unreadableIn = new LinkedHashMap<>();

  /** Why the lines up to the next header belong to no run; null if they may. */
  private ReadProblem.@Nullable Kind passedOver;

  EventFileReader(InputStream in, long mostBytes, Consumer<DecodedRunLog> runs) {
    this.lines = new LineReader(in, mostBytes);
    this.runs = runs;
  }

  List<ReadProblem> read() throws IOException {
    while (lines.advance()) {
      if (!lines.blank()) {
        Map<String, Object> object = lines.object(notes());
        if (object != null) {
          line(object);
        } else {
          unreadable();
        }
      }
    }
    if (lines.cut()) {
      outside.add(ReadProblem.Kind.CUT, lines.number());
      unreadable();
    }
    current = null;
    while (!open.isEmpty()) {
      giveFirstAway();
    }
    return outside.all();
  }

  private void unreadable() {
    if (passedOver == null) {
      unreadable++;
      if (current != null) {
        unreadableIn.merge(current, 1L, Long::sum);
      }
    }
  }

  private void line(Map<String, Object> object) {
    if (HeaderReader.isHeader(object)) {
      header(object);
      return;
    }
    if (object.containsKey("run")) {
      ofNamedRun(object);
    } else if (passedOver != null) {
      outside.add(passedOver, lines.number());
    } else if (current != null) {
      add(current, object);
    } else {
      withoutHeader(object, new Token("events-" + (begun + 1)));
    }
  }

  /** An event that says itself which run it belongs to, wherever it stands. */
  private void ofNamedRun(Map<String, Object> event) {
    Token name = event.get("run") instanceof String text ? Token.orNull(text) : null;
    RunAssembler known = name == null ? null : open.get(name);
    mixed |= current != null && known != current;
    if (known != null) {
      add(known, event);
    } else if (name != null) {
      RunAssembler before = current;
      withoutHeader(event, name);
      current = before == null ? current : before;
    } else {
      outside.add(ReadProblem.Kind.UNFIT_EVENT, lines.number());
      unreadable();
    }
  }

  private void add(RunAssembler run, Map<String, Object> event) {
    int before = run.held();
    run.add(event, lines.number());
    held += run.held() - before;
    while (held > MAX_HELD && open.size() > 1) {
      giveFirstAway();
    }
  }

  private void header(Map<String, Object> header) {
    passedOver = reasonToPassOver(header);
    if (passedOver != null) {
      outside.add(passedOver, lines.number());
      current = null;
      return;
    }
    try {
      Token name = HeaderReader.header(header).run();
      RunAssembler known = open.get(name);
      if (known != null) {
        mixed |= known != current;
        known.continuedBy(header, lines.number());
        current = known;
      } else {
        begin(name, RunAssembler.under(header, lines.number()));
      }
    } catch (RunLogFormatException unfit) {
      outside.add(ReadProblem.Kind.UNFIT_HEADER, lines.number());
      current = null;
    }
  }

  private void begin(Token name, RunAssembler run) {
    if (givenAway.contains(name)) {
      run.misses(1); // What was read of it before is another log.
    }
    open.put(name, run);
    current = run;
    begun++;
  }

  private ReadProblem.@Nullable Kind reasonToPassOver(Map<String, Object> header) {
    boolean isKnown =
        header.get("run") instanceof String name && open.containsKey(Token.orNull(name));
    if (begun == EventFile.MAX_RUNS && !isKnown) {
      return ReadProblem.Kind.OVER_BOUND;
    }
    return HeaderReader.isOfAReadVersion(header) ? null : ReadProblem.Kind.UNKNOWN_VERSION;
  }

  /** Begins a run with the first event that can be used; whatever stands before it is no run. */
  private void withoutHeader(Map<String, Object> object, Token name) {
    if (begun == EventFile.MAX_RUNS) {
      outside.add(ReadProblem.Kind.OVER_BOUND, lines.number());
      return;
    }
    var unnamed = new RunAssembler(new RunHeader(name, 0, null), 0);
    unnamed.add(object, lines.number());
    if (unnamed.isEmpty()) {
      outside.addAll(unnamed.notes());
      unreadable();
      return;
    }
    unnamed.notes().add(ReadProblem.Kind.MISSING_HEADER, lines.number());
    held += unnamed.held();
    begin(name, unnamed);
  }

  private ReadProblems notes() {
    return current == null ? outside : current.notes();
  }

  private void giveFirstAway() {
    for (Map.Entry<Token, RunAssembler> entry : open.entrySet()) {
      RunAssembler run = entry.getValue();
      if (run != current) {
        open.remove(entry.getKey());
        givenAway.add(entry.getKey());
        held -= run.held();
        run.misses(mixed ? unreadable : unreadableIn.getOrDefault(run, 0L));
        runs.accept(run.decoded());
        return;
      }
    }
  }
}
