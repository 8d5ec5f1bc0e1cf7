// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit;

import dev.lastbyte.report.RunReport;
import java.util.List;

/** All that is said of a run, but for its clocks and its name. */
record Diagnosed(String code, List<Object> facts, List<Object> reasons) {

  static Diagnosed of(RunReport report) {
    var last = report.last();
    var diagnosis = report.diagnosis();
    return new Diagnosed(
        diagnosis.code(),
        List.of(
            last.facts().closing(),
            last.facts().completion(),
            last.facts().delivery(),
            last.facts().exposure(),
            last.facts().tools(),
            last.verdict().safety(),
            last.verdict().answers()),
        List.of(
            diagnosis.confidence(),
            diagnosis.originConfidence(),
            diagnosis.evidence(),
            diagnosis.counterEvidence(),
            diagnosis.missing(),
            diagnosis.rivals()));
  }
}
