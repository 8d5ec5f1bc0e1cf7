// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.diagnosis.Claim;
import dev.lastbyte.core.diagnosis.DecisiveObservation;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.event.Coded;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.report.DiagnosisJson;
import dev.lastbyte.report.words.ClaimWords;
import dev.lastbyte.report.words.MissingWords;
import dev.lastbyte.report.words.RetryabilityWords;
import dev.lastbyte.report.words.RivalWords;
import dev.lastbyte.report.words.TimerWords;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A page as one JSON object on one line. The field names are fixed: others script against them. A
 * peer without a name for the cause stands there with null.
 */
public final class RuleJson {

  private RuleJson() {}

  /** The object. */
  public static String of(RulePage page) {
    return DiagnosisJson.object(json -> write(json, page));
  }

  private static void write(JsonGenerator json, RulePage page) throws IOException {
    Argument argument = page.argument();
    json.writeStringField("code", page.cause().code());
    json.writeStringField("group", page.cause().group().name().toLowerCase(Locale.ROOT));
    json.writeStringField("reads", page.reads());
    writeCodes(json, "headlines", page.headlines());
    json.writeStringField("proven_by", page.causeText().provenBy());
    json.writeStringField("refuted_by", page.causeText().refutedBy());
    writeCodes(json, "confidence", argument.certainties());
    writeClaims(json, "evidence", argument.evidence());
    writeClaims(json, "counter_evidence", argument.against());
    writeCodes(json, "origins", argument.origins());
    writeErrorTexts(json, page.errorTexts());
    writeCodes(json, "look_alikes", page.lookAlikes());
    writeDecisiveObservations(json, page.decisiveObservations());
    json.writeStringField("prospect", page.retryability().code());
    json.writeStringField("prospect_says", RetryabilityWords.sentence(page.retryability()));
    writeDisagreements(json, page.disagreements());
    writeTimers(json, page.timers());
    writePeers(json, page);
    writeMissing(json, argument.missing());
    json.writeStringField("capture", page.causeText().capture());
    json.writeStringField("to_do", page.causeText().toDo());
    json.writeStringField("rule_set", Diagnosis.RULE_SET);
  }

  private static void writeCodes(JsonGenerator json, String name, List<? extends Coded> words)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Coded word : words) {
      json.writeString(word.code());
    }
    json.writeEndArray();
  }

  private static void writeClaims(JsonGenerator json, String name, List<Claim> claims)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Claim claim : claims) {
      json.writeStartObject();
      json.writeStringField("claim", claim.code());
      json.writeStringField("says", ClaimWords.clause(claim));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeErrorTexts(JsonGenerator json, List<Fingerprint> texts)
      throws IOException {
    json.writeArrayFieldStart("error_texts");
    for (Fingerprint text : TextHints.shown(texts)) {
      json.writeStartObject();
      json.writeStringField("kind", TextHints.kind(text.mark()));
      json.writeStringField("text", TextHints.text(text.mark()));
      json.writeStringField("family", text.family().code());
      json.writeBooleanField("proves", text.proves());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("error_texts_left_out", TextHints.leftOut(texts));
  }

  private static void writeDecisiveObservations(JsonGenerator json, List<DecisiveObservation> turns)
      throws IOException {
    json.writeArrayFieldStart("would_change");
    for (DecisiveObservation turn : turns) {
      json.writeStartObject();
      json.writeStringField("observation", turn.observation().code());
      json.writeStringField("into", turn.into().code());
      json.writeStringField("says", RivalWords.sentence(turn));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeDisagreements(JsonGenerator json, List<Disagreement> all)
      throws IOException {
    json.writeArrayFieldStart("disagreements");
    for (Disagreement one : all) {
      json.writeStartObject();
      json.writeStringField("question", one.question());
      json.writeStringField("others", one.others());
      json.writeStringField("ours", one.ours());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTimers(JsonGenerator json, List<KnownTimer> timers) throws IOException {
    json.writeArrayFieldStart("known_timers");
    for (KnownTimer timer : timers) {
      json.writeStartObject();
      json.writeFieldName("seconds");
      json.writeNumber(TimerWords.seconds(timer));
      json.writeStringField("clock", timer.clock().code());
      json.writeStringField("owner", timer.owner());
      json.writeStringField("source", timer.source());
      writeCodes(json, "runs", timer.stretches());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePeers(JsonGenerator json, RulePage page) throws IOException {
    json.writeObjectFieldStart("peers");
    for (PeerSystem peer : PeerSystem.values()) {
      json.writeStringField(peer.code(), page.peers().get(peer));
    }
    json.writeEndObject();
  }

  private static void writeMissing(JsonGenerator json, List<Missing> missing) throws IOException {
    json.writeArrayFieldStart("missing");
    for (Missing what : missing) {
      json.writeStartObject();
      json.writeStringField("what", what.code());
      json.writeStringField("says", "it is not known " + MissingWords.what(what));
      json.writeStringField("capture", MissingWords.capture(what));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
