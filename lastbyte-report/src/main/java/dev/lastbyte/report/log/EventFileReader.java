// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.privacy.Token;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file that holds any number of runs. Used once, by one thread. */
final class EventFileReader {

  private final LineReader lines;
  private final Consumer<DecodedRunLog> runs;
  private final ReadProblems outside = new ReadProblems();

  private @Nullable RunAssembler run;
  private int begun;

  /** Why the lines up to the next header belong to no run; null if they may. */
  private ReadProblem.@Nullable Kind passedOver;

  EventFileReader(InputStream in, long mostBytes, Consumer<DecodedRunLog> runs) {
    this.lines = new LineReader(in, mostBytes);
    this.runs = runs;
  }

  List<ReadProblem> read() throws IOException {
    while (lines.advance()) {
      Map<String, Object> object = lines.blank() ? null : lines.object(notes());
      if (object != null) {
        line(object);
      }
    }
    finish();
    if (lines.cut()) {
      outside.add(ReadProblem.Kind.CUT, lines.number());
    }
    return outside.all();
  }

  private void line(Map<String, Object> object) {
    if (HeaderReader.isHeader(object)) {
      finish();
      begin(object);
    } else if (passedOver != null) {
      outside.add(passedOver, lines.number());
    } else if (run != null) {
      run.add(object, lines.number());
    } else {
      withoutHeader(object);
    }
  }

  private void begin(Map<String, Object> header) {
    passedOver = reasonToPassOver(header);
    if (passedOver != null) {
      outside.add(passedOver, lines.number());
      return;
    }
    try {
      run = RunAssembler.under(header, lines.number());
      begun++;
    } catch (RunLogFormatException unfit) {
      outside.add(ReadProblem.Kind.UNFIT_HEADER, lines.number());
    }
  }

  private ReadProblem.@Nullable Kind reasonToPassOver(Map<String, Object> header) {
    if (begun == EventFile.MAX_RUNS) {
      return ReadProblem.Kind.OVER_BOUND;
    }
    return HeaderReader.isOfThisVersion(header) ? null : ReadProblem.Kind.UNKNOWN_VERSION;
  }

  /** Begins a run with the first event that can be used; whatever stands before it is no run. */
  private void withoutHeader(Map<String, Object> object) {
    if (begun == EventFile.MAX_RUNS) {
      outside.add(ReadProblem.Kind.OVER_BOUND, lines.number());
      return;
    }
    var name = new Token("events-" + (begun + 1));
    var unnamed = new RunAssembler(new RunHeader(name, 0, null), 0);
    unnamed.add(object, lines.number());
    if (unnamed.isEmpty()) {
      outside.addAll(unnamed.notes());
      return;
    }
    unnamed.notes().add(ReadProblem.Kind.MISSING_HEADER, lines.number());
    run = unnamed;
    begun++;
  }

  private ReadProblems notes() {
    return run == null ? outside : run.notes();
  }

  private void finish() {
    if (run != null) {
      runs.accept(run.decoded());
      run = null;
    }
  }
}
