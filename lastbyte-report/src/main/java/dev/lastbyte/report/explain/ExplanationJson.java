// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.DistinguishingObservations;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.words.CauseWords;
import dev.lastbyte.report.words.MissingWords;
import java.io.IOException;

/** An explanation as one JSON object. The field names are fixed: others script against them. */
public final class ExplanationJson {

  private ExplanationJson() {}

  /** One line. */
  public static String line(Explanation explanation) {
    return DiagnosisJson.object(json -> write(json, explanation));
  }

  private static void write(JsonGenerator json, Explanation explanation) throws IOException {
    Diagnosis diagnosis = explanation.diagnosis();
    json.writeStringField("group", explanation.group().code());
    json.writeStringField("code", explanation.code());
    json.writeStringField("headline", diagnosis.headline().code());
    json.writeStringField("cause", diagnosis.cause().code());
    json.writeStringField("phase", explanation.phase());
    json.writeStringField("place", explanation.meaning().reading().stage().code());
    json.writeStringField("origin", diagnosis.origin().code());
    json.writeStringField("confidence", diagnosis.confidence().code());
    json.writeStringField("origin_confidence", diagnosis.originConfidence().code());
    json.writeStringField("retry_safety", explanation.report().last().verdict().safety().code());
    json.writeStringField("says", CauseWords.sentence(diagnosis.cause()));
    json.writeBooleanField("contradicted", explanation.meaning().contradicted());
    json.writeBooleanField("cut", explanation.cut());
    writeRecognised(json, explanation);
    writeCandidates(json, explanation);
    writeMissing(json, diagnosis);
    json.writeStringField(
        "advice",
        explanation.chain().isEmpty() ? ExplanationText.UNKNOWN_TEXT.replace('\n', ' ') : null);
    json.writeStringField("rule_set", Diagnosis.RULE_SET);
  }

  private static void writeRecognised(JsonGenerator json, Explanation explanation)
      throws IOException {
    json.writeArrayFieldStart("recognised");
    for (ErrorLink level : explanation.chain()) {
      json.writeStartObject();
      json.writeStringField("type", level.type() == null ? null : level.type().value());
      json.writeStringField("code", level.code() == null ? null : level.code().value());
      json.writeStringField(
          "phrase", level.phrase() == KnownPhrase.NONE ? null : level.phrase().text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeCandidates(JsonGenerator json, Explanation explanation)
      throws IOException {
    json.writeArrayFieldStart("candidates");
    for (Cause candidate : explanation.candidates()) {
      json.writeStartObject();
      json.writeStringField("cause", candidate.code());
      json.writeStringField("group", ErrorGroup.of(candidate).code());
      json.writeStringField("says", CauseWords.sentence(candidate));
      json.writeStringField("told_apart_by", DistinguishingObservations.of(candidate).code());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMissing(JsonGenerator json, Diagnosis diagnosis) throws IOException {
    json.writeArrayFieldStart("missing");
    for (Missing what : diagnosis.missing()) {
      json.writeStartObject();
      json.writeStringField("what", what.code());
      json.writeStringField("says", "it is not known " + MissingWords.what(what));
      json.writeStringField("capture", MissingWords.capture(what));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
