// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.Rival;
import dev.lastbyte.core.event.RequestEvent.RunLinked;
import dev.lastbyte.core.facts.Clocks;
import dev.lastbyte.core.facts.CorrelationId;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.recovery.Answer;
import dev.lastbyte.core.recovery.Recovery;
import dev.lastbyte.core.session.ConversationPosition;
import dev.lastbyte.report.words.MissingWords;
import dev.lastbyte.report.words.Numbers;
import dev.lastbyte.report.words.RecoveryWords;
import dev.lastbyte.report.words.RivalWords;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagnosis as one JSON object. The field names are fixed: others script against them.
 *
 * <p>Times are milliseconds with three digits behind the point; {@code started_at} is ISO 8601 in
 * UTC; {@code evidence[].event} is the number of the event in the log, 0 for an absence.
 */
public final class DiagnosisJson {

  private static final JsonFactory JSON = new JsonFactory();

  private DiagnosisJson() {}

  /** Something that writes fields into the object that is open. */
  @FunctionalInterface
  public interface Fields {

    /**
     * Writes them.
     *
     * @throws IOException from the generator
     */
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** One line: the given fields first, then those of the run, then those of its diagnosis. */
  public static String line(Fields first, RunReport report) {
    return object(json -> {
      first.writeTo(json);
      writeRun(json, report);
      writeAttempt(json, report.last(), report.log());
      json.writeArrayFieldStart("attempts");
      for (AttemptReport attempt : Bounded.firstAndLast(report.attempts(), Bounded.ATTEMPTS)) {
        json.writeStartObject();
        json.writeNumberField("attempt", attempt.facts().attempt());
        writeVerdict(json, attempt);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("attempts_total", report.attempts().size());
      json.writeBooleanField("recovered", report.recovered());
    });
  }

  /** One line about a run. */
  public static String line(RunReport report) {
    return line(json -> {}, report);
  }

  /** One JSON object on one line. */
  public static String object(Fields fields) {
    var out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return out.toString();
  }

  private static void writePlace(JsonGenerator json, ConversationPosition place)
      throws IOException {
    json.writeStringField("session", place.session().value());
    json.writeNumberField("sending", place.sending());
    RunLinked link = place.link();
    json.writeStringField("link", link == null ? null : link.link().code());
    json.writeStringField(
        "linked_to", link == null || link.earlier() == null ? null : link.earlier().value());
  }

  static void writeRun(JsonGenerator json, RunReport report) throws IOException {
    RunLog log = report.log();
    json.writeStringField("run", log.header().run().value());
    json.writeStringField(
        "started_at", Instant.ofEpochMilli(log.header().startedAtEpochMillis()).toString());
    if (log.header().provider() != null) {
      json.writeStringField("provider", log.header().provider().value());
    } else {
      json.writeNullField("provider");
    }
    writePlace(json, ConversationPosition.of(log));
    var request = report.last().facts().request();
    if (request != null && request.event().model() != null) {
      json.writeStringField("model", request.event().model().value());
    } else {
      json.writeNullField("model");
    }
    json.writeStringField(
        "dialect", request == null ? "unknown" : request.event().dialect().code());
  }

  static void writeAttempt(JsonGenerator json, AttemptReport attempt, RunLog log)
      throws IOException {
    writeVerdict(json, attempt);
    json.writeStringField("summary", Summary.of(attempt));
    writePlan(json, attempt);
    writeAnswers(json, attempt.verdict().answers());
    Diagnosis diagnosis = attempt.diagnosis();
    writeEvidence(json, "evidence", diagnosis.evidence(), attempt, log);
    writeEvidence(json, "counter_evidence", diagnosis.counterEvidence(), attempt, log);
    writeMissing(json, diagnosis.missing());
    writeRivals(json, diagnosis);
    writeClocks(json, attempt.facts().clocks());
    writeCorrelation(json, attempt.facts().correlations());
    json.writeStringField("rule_set", Diagnosis.RULE_SET);
  }

  private static void writeVerdict(JsonGenerator json, AttemptReport attempt) throws IOException {
    Diagnosis diagnosis = attempt.diagnosis();
    json.writeStringField("code", diagnosis.code());
    json.writeStringField("headline", diagnosis.headline().code());
    json.writeStringField("cause", diagnosis.cause().code());
    json.writeStringField("phase", diagnosis.phase().code());
    json.writeStringField("origin", diagnosis.origin().code());
    json.writeStringField("confidence", diagnosis.confidence().code());
    json.writeStringField("origin_confidence", diagnosis.originConfidence().code());
    json.writeStringField("delivery", attempt.facts().delivery().code());
    json.writeStringField("exposure", attempt.facts().exposure().code());
    json.writeStringField("completion", attempt.facts().completion().state().code());
    var finish = attempt.facts().completion().finish();
    json.writeStringField("finish", finish == null ? null : finish.code());
    json.writeStringField("retry_safety", attempt.verdict().safety().code());
    json.writeStringField("recovery", attempt.verdict().recovery().code());
    json.writeObjectFieldStart("closed");
    json.writeStringField("by", attempt.facts().closing().by().code());
    json.writeStringField("how", attempt.facts().closing().how().code());
    json.writeEndObject();
  }

  private static void writePlan(JsonGenerator json, AttemptReport attempt) throws IOException {
    Recovery step = attempt.verdict().recovery();
    json.writeObjectFieldStart("recovery_plan");
    json.writeStringField("step", step.code());
    if (step instanceof Recovery.Replay replay) {
      json.writeNumberField("after_ms", replay.after().toMillis());
      json.writeNumberField("jitter_ms", replay.jitter().toMillis());
      json.writeNumberField("attempts_left", replay.attemptsLeft());
      json.writeBooleanField("on_new_connection", replay.onNewConnection());
      json.writeBooleanField("retract_partial", replay.retractPartial());
    }
    if (step instanceof Recovery.Wait wait) {
      json.writeNumberField("after_ms", wait.atLeast().toMillis());
      json.writeNumberField("jitter_ms", wait.jitter().toMillis());
    }
    json.writeStringField("says", RecoveryWords.sentence(step));
    json.writeEndObject();
  }

  private static void writeAnswers(JsonGenerator json, List<Answer> answers) throws IOException {
    json.writeObjectFieldStart("answers");
    for (Answer answer : answers) {
      json.writeObjectFieldStart(answer.question().code());
      json.writeStringField("verdict", answer.verdict().code());
      json.writeStringField("reason", answer.reason().code());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeEvidence(
      JsonGenerator json, String name, List<Evidence> evidence, AttemptReport attempt, RunLog log)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Evidence reason : evidence) {
      json.writeStartObject();
      json.writeNumberField("event", reason.event());
      json.writeStringField("claim", reason.claim().code());
      json.writeStringField("says", EvidenceLine.of(reason, attempt, log));
      json.writeEndObject();
    }
    json.writeEndArray();
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

  private static void writeRivals(JsonGenerator json, Diagnosis diagnosis) throws IOException {
    json.writeArrayFieldStart("rivals");
    for (Rival rival : diagnosis.rivals()) {
      json.writeStartObject();
      json.writeStringField("cause", rival.cause().code());
      json.writeStringField("fate", rival.fate().code());
      json.writeNumberField("event", rival.event());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("would_change");
    json.writeStringField("observation", diagnosis.decisiveObservation().observation().code());
    json.writeStringField("into", diagnosis.decisiveObservation().into().code());
    json.writeStringField("says", RivalWords.sentence(diagnosis.decisiveObservation()));
    json.writeEndObject();
    json.writeBooleanField("false_positive", diagnosis.falsePositive());
  }

  private static void writeClocks(JsonGenerator json, Clocks clocks) throws IOException {
    json.writeObjectFieldStart("clocks");
    json.writeNumberField("request_age_ms", Numbers.millis(clocks.requestAgeNanos()));
    if (clocks.connectionAgeNanos() != null) {
      json.writeNumberField("connection_age_ms", Numbers.millis(clocks.connectionAgeNanos()));
    } else {
      json.writeNullField("connection_age_ms");
    }
    json.writeNumberField("byte_silence_ms", Numbers.millis(clocks.byteSilenceNanos()));
    json.writeNumberField("content_silence_ms", Numbers.millis(clocks.contentSilenceNanos()));
    json.writeEndObject();
  }

  /** The first identifier of each kind. */
  private static void writeCorrelation(JsonGenerator json, List<CorrelationId> ids)
      throws IOException {
    Map<String, String> byKind = new LinkedHashMap<>();
    ids.forEach(id -> byKind.putIfAbsent(id.kind().code(), id.id().value()));
    json.writeObjectFieldStart("correlation");
    for (Map.Entry<String, String> id : byKind.entrySet()) {
      json.writeStringField(id.getKey(), id.getValue());
    }
    json.writeEndObject();
  }
}
