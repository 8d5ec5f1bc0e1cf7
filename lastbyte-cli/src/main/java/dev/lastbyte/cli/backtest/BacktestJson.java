// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.recovery.Backtest;
import dev.lastbyte.report.DiagnosisJson;
import java.io.IOException;
import java.util.List;

/** A backtest as one JSON object. The field names are fixed: others script against them. */
final class BacktestJson {

  private BacktestJson() {}

  static String of(Backtest.Result result) {
    return DiagnosisJson.object(json -> {
      json.writeNumberField("runs", result.runs());
      json.writeNumberField("failures", result.failures());
      json.writeNumberField("unsafe_total", result.unsafeCount());
      json.writeNumberField("needless_total", result.needlessCount());
      json.writeNumberField("changed_total", result.changedCount());
      cases(json, "unsafe", result.unsafe());
      cases(json, "needless", result.needless());
      changes(json, result.changes());
    });
  }

  private static void cases(JsonGenerator json, String name, List<Backtest.Case> cases)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Backtest.Case item : cases) {
      json.writeStartObject();
      json.writeStringField("run", item.run().value());
      json.writeNumberField("attempt", item.attempt());
      json.writeStringField("code", item.code());
      json.writeStringField("standard", item.standard().code());
      json.writeStringField("candidate", item.candidate().code());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void changes(JsonGenerator json, List<Backtest.Change> changes)
      throws IOException {
    json.writeArrayFieldStart("changes");
    for (Backtest.Change change : changes) {
      json.writeStartObject();
      json.writeStringField("code", change.code());
      json.writeStringField("standard", change.standard().code());
      json.writeStringField("candidate", change.candidate().code());
      json.writeNumberField("attempts", change.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
