// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario.composition;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.RequestContext;
import dev.lastbyte.harness.provider.ResponseHeads;
import dev.lastbyte.harness.script.Bytes;
import dev.lastbyte.harness.script.Field;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A stream in the coding gzip: all of the text is in it, and the end of the coding is not. */
public record GzipCut() implements ScenarioBehavior {
  private static final int BUFFER_BYTES = 512;

  @Override
  public Script script(Dialect dialect, Framing framing, RequestContext requestContext) {
    List<Bytes> pieces = coded(CutPoint.TEXT.prefix(dialect));
    long bytes = pieces.stream().mapToLong(Bytes::size).sum();
    var steps = new ArrayList<Step>();
    steps.add(ResponseHeads.stream(dialect, List.of(new Field("content-encoding", "gzip")), bytes));
    pieces.forEach(piece -> steps.add(new Step.Body(piece)));
    return Ending.END_OF_MESSAGE.after(steps, dialect, framing);
  }

  /** One piece an event: each is flushed, so that it can be read before the next one comes. */
  private static List<Bytes> coded(StreamPrefix prefix) {
    var pieces = new ArrayList<Bytes>();
    var sink = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(sink, BUFFER_BYTES, true)) {
      for (Step step : prefix.leadingSteps()) {
        gzip.write(((Step.Event) step).payload().toArray());
        gzip.flush();
        pieces.add(Bytes.of(sink.toByteArray()));
        sink.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is written but memory", e);
    }
    return pieces;
  }
}
