// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.imports.gemini;

import com.fasterxml.jackson.core.JsonParser;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.Known;
import dev.lastbyte.core.event.LifeEvent.RunOutcome;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.imports.reading.ErrorChain;
import dev.lastbyte.imports.reading.FieldSelection;
import dev.lastbyte.imports.reading.JsonFields;
import dev.lastbyte.imports.reading.RunNames;
import dev.lastbyte.imports.reading.SendingLog;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * {@code gemini-client-error-*.json}: one error, and what had been asked, which is passed over. It
 * has no time and names no session.
 */
public final class GeminiReport {

  private static final FieldSelection FIELDS = FieldSelection.of("error.message", "error.stack");

  private GeminiReport() {}

  /**
   * Reads the object that the parser stands at.
   *
   * @param writtenAt when the file was last written
   * @throws IOException if it is no JSON, or the file fails
   */
  public static void read(JsonParser parser, long writtenAt, Consumer<RunLog> runs)
      throws IOException {
    JsonFields report = JsonFields.read(parser, FIELDS);
    var sending = new SendingLog(new RunNames("gemini-error").next(null, 0, writtenAt), writtenAt);
    sending.asked(Dialect.GEMINI, null, Known.UNKNOWN).contentNotRecorded();
    sending.failed(
        new ErrorChain()
            .level(type(report.textOrEmpty("error.stack")), null, report.text("error.message")),
        Known.UNKNOWN,
        null);
    sending.ended(RunOutcome.FAILED, null);
    runs.accept(sending.log());
  }

  /** A stack of JavaScript begins with the error's class. */
  private static String type(String stack) {
    int colon = stack.indexOf(':');
    return colon < 0 ? "" : stack.substring(0, colon);
  }
}
