// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.log.DecodedRunLog;
import dev.lastbyte.report.log.RunLogCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON that carries the run's log, so that it can be read again: {@code format} is
 * {@value #FORMAT}, and {@code log} has the lines of the run log, each an object.
 */
public final class LoggedReport {

  /** What the first field of such an object says. */
  static final String FORMAT = "lastbyte-report";

  private static final String FORMAT_FIELD = "format";
  private static final String LOG_FIELD = "log";

  private static final JsonFactory JSON = new JsonFactory();

  private LoggedReport() {}

  /** The diagnosis and the log, on one line. */
  public static String line(RunReport report) {
    return DiagnosisJson.line(json -> writeLog(json, report.log()), report);
  }

  /** The diagnosis, the timeline and the log, on one line. */
  public static String inFull(RunReport report) {
    return DiagnosisJson.line(
        json -> {
          writeLog(json, report.log());
          ReportJson.writeTimeline(json, report.log());
        },
        report);
  }

  private static void writeLog(JsonGenerator json, RunLog log) throws IOException {
    json.writeStringField(FORMAT_FIELD, FORMAT);
    json.writeArrayFieldStart(LOG_FIELD);
    List<String> lines = new String(RunLogCodec.encode(log), UTF_8).lines().toList();
    for (String line : lines) {
      json.writeRawValue(line);
    }
    json.writeEndArray();
  }

  /**
   * Reads reports, one after the other, on a line each or not.
   *
   * @param runs is handed the log of each
   * @return false if the first is none
   * @throws IOException if a later one is none, or {@code in} fails
   */
  public static boolean read(InputStream in, Consumer<DecodedRunLog> runs) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      if (!isReport(parser)) {
        return false;
      }
      do {
        readLog(parser, runs);
      } while (isNextReport(parser));
      return true;
    }
  }

  private static boolean isReport(JsonParser parser) {
    try {
      return parser.nextToken() == JsonToken.START_OBJECT
          && FORMAT_FIELD.equals(parser.nextFieldName())
          && FORMAT.equals(parser.nextTextValue());
    } catch (IOException e) {
      return false; // it is for other readers to say what it is
    }
  }

  private static boolean isNextReport(JsonParser parser) throws IOException {
    JsonToken next = parser.nextToken();
    if (next == null) {
      return false;
    }
    if (next == JsonToken.START_OBJECT
        && FORMAT_FIELD.equals(parser.nextFieldName())
        && FORMAT.equals(parser.nextTextValue())) {
      return true;
    }
    throw new IOException("not a report");
  }

  /** To the end of the object. */
  private static void readLog(JsonParser parser, Consumer<DecodedRunLog> runs) throws IOException {
    DecodedRunLog log = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isLog = parser.currentName().equals(LOG_FIELD);
      JsonToken value = parser.nextToken();
      if (isLog && value == JsonToken.START_ARRAY) {
        log = RunLogCodec.decode(lines(parser));
      } else {
        parser.skipChildren();
      }
    }
    accept(log, runs);
  }

  private static void accept(@Nullable DecodedRunLog log, Consumer<DecodedRunLog> runs)
      throws IOException {
    if (log == null) {
      throw new IOException("a report without a log");
    }
    runs.accept(log);
  }

  private static byte[] lines(JsonParser parser) throws IOException {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator lines = JSON.createGenerator(out)) {
      lines.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (out.size() > RunLogCodec.MAX_BYTES) {
          throw new IOException("a log beyond the bounds");
        }
        lines.copyCurrentStructure(parser);
      }
    }
    return out.toByteArray();
  }
}
