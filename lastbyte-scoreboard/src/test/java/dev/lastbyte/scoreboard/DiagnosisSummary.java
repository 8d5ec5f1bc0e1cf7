// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard;

import dev.lastbyte.core.diagnosis.Evidence;
import dev.lastbyte.core.facts.ToolCall;
import dev.lastbyte.report.RunReport;
import java.util.List;

/**
 * All that is said of a run, but for its clocks, its name, and the places of events in its log: how
 * many counters of content stand between two events depends on the packets that they came in.
 */
record DiagnosisSummary(String code, List<Object> facts, List<Object> reasons) {

  static DiagnosisSummary of(RunReport report) {
    var last = report.last();
    var diagnosis = report.diagnosis();
    return new DiagnosisSummary(
        diagnosis.code(),
        List.of(
            last.facts().closing(),
            last.facts().completion(),
            last.facts().delivery(),
            last.facts().exposure(),
            last.facts().tools().stream().map(DiagnosisSummary::withoutPosition).toList(),
            last.verdict().safety(),
            last.verdict().answers()),
        List.of(
            diagnosis.confidence(),
            diagnosis.originConfidence(),
            diagnosis.evidence().stream().map(Evidence::claim).toList(),
            diagnosis.counterEvidence().stream().map(Evidence::claim).toList(),
            diagnosis.missing(),
            diagnosis.rivals().stream().map(rival -> rival.cause() + " " + rival.fate()).toList()));
  }

  private static ToolCall withoutPosition(ToolCall call) {
    return new ToolCall(
        call.id(),
        call.name(),
        call.arguments(),
        call.state(),
        call.effect(),
        call.timesStarted(),
        call.repeat(),
        0);
  }
}
