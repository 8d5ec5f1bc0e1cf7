// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.harness;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.facts.Closing;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.report.AttemptReport;
import dev.lastbyte.report.RunReport;
import java.io.IOException;

/** The harness's answer key beside our own verdict. */
public final class AnswerKeyCheck {

  /** The key's word for whatever the client chose to do. */
  private static final String ANY = "any";

  private AnswerKeyCheck() {}

  /** Whether a report says what the key says: code, headline, who closed and how, retry safety. */
  public static boolean isMet(AnswerKey key, RunReport report) {
    AttemptReport last = report.last();
    Closing closing = last.facts().closing();
    return report.diagnosis().code().equals(key.code())
        && report.diagnosis().headline().code().equals(key.headline())
        && closing.by().code().equals(key.closedBy())
        && (key.closedHow().equals(ANY) || closing.how().code().equals(key.closedHow()))
        && last.verdict().safety().code().equals(key.retrySafety());
  }

  public static void write(JsonGenerator json, String name, AnswerKey key) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("code", key.code());
    json.writeStringField("headline", key.headline());
    json.writeStringField("cause", key.cause());
    json.writeStringField("phase", key.phase());
    json.writeStringField("origin", key.origin());
    json.writeStringField("retry_safety", key.retrySafety());
    json.writeObjectFieldStart("closed");
    json.writeStringField("by", key.closedBy());
    json.writeStringField("how", key.closedHow());
    json.writeEndObject();
    json.writeBooleanField("terminal_proof", key.terminalProof());
    json.writeBooleanField("tool_proven", key.toolProven());
    json.writeEndObject();
  }
}
