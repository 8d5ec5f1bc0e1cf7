// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.Completion;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.report.RunReport;
import java.util.Locale;

/** One statement of a diagnosis that the answer keys make as well. */
public enum Aspect {
  CAUSE,
  PHASE,
  ORIGIN,
  HEADLINE,
  CLOSED_BY,
  CLOSED_HOW,
  COMPLETENESS,
  TOOL,
  RETRY_SAFETY;

  private static final String NOT_FOLLOWED = "unknown";

  AspectResult compare(AnswerKey key, AnswerKey truth, RunReport report) {
    return new AspectResult(this, expected(key), expected(truth), actual(report));
  }

  private String expected(AnswerKey key) {
    return switch (this) {
      case CAUSE -> key.cause();
      case PHASE -> key.phase();
      case ORIGIN -> key.origin();
      case HEADLINE -> key.headline();
      case CLOSED_BY -> key.closedBy();
      case CLOSED_HOW -> key.closedHow();
      case COMPLETENESS -> word(key.terminalProof());
      case TOOL -> word(key.toolProven());
      case RETRY_SAFETY -> key.retrySafety();
    };
  }

  private String actual(RunReport report) {
    Diagnosis diagnosis = report.diagnosis();
    AttemptFacts facts = report.last().facts();
    return switch (this) {
      case CAUSE -> diagnosis.cause().code();
      case PHASE -> diagnosis.phase().code();
      case ORIGIN -> diagnosis.origin().code();
      case HEADLINE -> diagnosis.headline().code();
      case CLOSED_BY -> facts.closing().by().code();
      case CLOSED_HOW -> facts.closing().how().code();
      case COMPLETENESS -> completeness(facts);
      case TOOL -> tool(facts);
      case RETRY_SAFETY -> report.last().verdict().safety().code();
    };
  }

  /** The name in tables and in JSON, such as {@code closed_by}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String word(boolean proven) {
    return proven ? "proven" : "unproven";
  }

  private static String completeness(AttemptFacts facts) {
    return switch (facts.completion().state()) {
      case UNPROVEN, HALF_PROVEN -> word(false);
      case PROVEN -> word(true);
      case UNKNOWABLE -> NOT_FOLLOWED;
    };
  }

  private static String tool(AttemptFacts facts) {
    boolean proven =
        facts.tools().stream().anyMatch(call -> call.state().compareTo(ToolCall.State.READY) >= 0);
    boolean followed = facts.completion().state() != Completion.State.UNKNOWABLE;
    return proven || followed ? word(proven) : NOT_FOLLOWED;
  }
}
