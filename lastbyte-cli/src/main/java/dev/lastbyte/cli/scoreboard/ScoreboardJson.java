// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.scoreboard;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.scoreboard.AspectResult;
import dev.lastbyte.scoreboard.Row;
import dev.lastbyte.scoreboard.Totals;
import dev.lastbyte.scoreboard.driver.Trial;
import java.io.IOException;

/** The scoreboard for programs. The field names are fixed: others script against them. */
final class ScoreboardJson {

  private ScoreboardJson() {}

  static String row(Row row) {
    return DiagnosisJson.object(json -> write(json, row));
  }

  static String totals(Totals totals, long seed) {
    return DiagnosisJson.object(json -> {
      json.writeNumberField("rows", totals.rows());
      json.writeNumberField("right", totals.rightShare());
      json.writeNumberField("unknown", totals.unknownShare());
      json.writeNumberField("wrong", totals.wrongShare());
      json.writeNumberField("unsafe", totals.unsafe());
      json.writeNumberField("controls_flagged", totals.controlsFlagged());
      json.writeNumberField("seed", seed);
    });
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    Trial trial = row.trial();
    json.writeStringField("scenario", trial.scenario().name());
    json.writeStringField("dialect", trial.dialect().token());
    json.writeStringField("framing", trial.framing().token());
    json.writeStringField("vantage", trial.vantage().token());
    json.writeStringField("group", row.group());
    json.writeStringField("outcome", row.outcome().token());
    json.writeBooleanField("unsafe", row.isUnsafe());
    json.writeBooleanField("control_flagged", row.isFlaggedControl());
    json.writeStringField("expected_code", trial.key().code());
    var report = row.report();
    json.writeStringField("code", report == null ? null : report.diagnosis().code());
    json.writeStringField("trouble", row.error());
    json.writeObjectFieldStart("statements");
    for (AspectResult result : row.results()) {
      write(json, result);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, AspectResult result) throws IOException {
    json.writeObjectFieldStart(result.aspect().token());
    json.writeStringField("expected", result.expected());
    json.writeStringField("got", result.actual());
    json.writeStringField("outcome", result.outcome().token());
    json.writeEndObject();
  }
}
