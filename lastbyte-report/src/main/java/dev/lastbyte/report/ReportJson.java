// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.report.words.EventWords;
import dev.lastbyte.report.words.Numbers;
import java.io.IOException;

/** A run as one JSON object: its diagnosis, and the timeline to engineer with. At most 32 KiB. */
public final class ReportJson {

  private ReportJson() {}

  /** The object on one line. */
  public static String of(RunReport report) {
    return DiagnosisJson.line(json -> writeTimeline(json, report.log()), report);
  }

  static void writeTimeline(JsonGenerator json, RunLog log) throws IOException {
    json.writeArrayFieldStart("timeline");
    for (Timeline.Entry entry : Timeline.of(log)) {
      json.writeStartObject();
      switch (entry) {
        case Timeline.Entry.Gap gap -> json.writeNumberField("left_out", gap.events());
        case Timeline.Entry.Kept kept -> {
          json.writeNumberField("event", kept.id());
          json.writeNumberField("at_ms", Numbers.millis(kept.event().atNanos()));
          json.writeNumberField("attempt", kept.event().attempt());
          json.writeStringField("vantage", kept.event().vantage().code());
          json.writeStringField("says", EventWords.clause(kept.event()));
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("events_dropped", log.dropped());
  }
}
