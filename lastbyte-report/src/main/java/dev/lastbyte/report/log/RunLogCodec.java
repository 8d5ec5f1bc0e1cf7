// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log;

import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.text.RunLogLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes and reads a run log as NDJSON in UTF-8. Thread-safe.
 *
 * <p>Reading is strict about bounds and lenient about the rest: one line that cannot be used costs
 * that line only, and is said in {@link DecodedRunLog#problems()}. No input, however hostile, takes
 * more than the bounds named here.
 */
public final class RunLogCodec {

  /**
   * The version of the format that is written. Its events hold more than those of the versions
   * before, and what those do not hold may be missing in it.
   */
  public static final int VERSION = RunLogLimits.VERSION;

  /** The oldest version of the format that is read. */
  public static final int OLDEST_VERSION = RunLogLimits.OLDEST_VERSION;

  /** The longest line that is read, in bytes without its end. */
  public static final int MAX_LINE_BYTES = RunLogLimits.MAX_LINE_BYTES;

  /** The most bytes that are read of one run log. */
  public static final long MAX_BYTES = RunLogLimits.MAX_BYTES;

  /** The most events that are read of one run log. */
  public static final int MAX_EVENTS = RunLogLimits.MAX_EVENTS;

  /**
   * The most events that are read of one attempt: what a log keeps, and a few dozen counters of
   * content (one a kind and vantage), which stand beside that bound.
   */
  public static final int MAX_EVENTS_PER_ATTEMPT = RunLogLimits.MAX_EVENTS_PER_ATTEMPT;

  /** The most attempts of which events are read of one run log. */
  public static final int MAX_ATTEMPTS = RunLogLimits.MAX_ATTEMPTS;

  /** The largest number read: the sum of two still fits a long; as nanoseconds, 146 years. */
  public static final long MAX_NUMBER = RunLogLimits.MAX_NUMBER;

  private RunLogCodec() {}

  /** The log as NDJSON; each line, the last one too, ends with a line feed. */
  public static byte[] encode(RunLog log) {
    return RunLogWriter.write(log);
  }

  /** Writes the log as {@link #encode}; does not close {@code out}. */
  public static void write(RunLog log, OutputStream out) throws IOException {
    out.write(encode(log));
  }

  /**
   * Reads what {@link #encode} or another writer wrote.
   *
   * @throws RunLogFormatException if the first line does not make it a run log of this version
   */
  public static DecodedRunLog decode(byte[] ndjson) throws RunLogFormatException {
    try {
      return read(new ByteArrayInputStream(ndjson));
    } catch (RunLogFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused to be read", e);
    }
  }

  /**
   * Reads to the end of {@code in}, at most {@link #MAX_BYTES}; does not close it.
   *
   * @throws RunLogFormatException if the first line does not make it a run log of this version
   * @throws IOException if {@code in} fails
   */
  public static DecodedRunLog read(InputStream in) throws IOException {
    return new RunLogReader(in).read();
  }
}
