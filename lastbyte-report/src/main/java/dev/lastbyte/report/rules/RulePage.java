// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.rules;

import dev.lastbyte.core.diagnosis.Cause;
import dev.lastbyte.core.diagnosis.DecisiveObservation;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.core.diagnosis.KnownTimer;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.recovery.Retryability;
import dev.lastbyte.report.rules.cause.CauseText;
import java.util.List;
import java.util.Map;

/**
 * What is to be known of one cause.
 *
 * @param reads what a user reads
 * @param headlines under which it can stand, in the order of the phases
 * @param argument what the diagnosis can say for and against it
 * @param causeText what the deciding code cannot be asked
 * @param errorTexts texts that hint at it where only a program's error is known, proving ones first
 * @param lookAlikes what it is mistaken for; empty where its own evidence leaves no room
 * @param decisiveObservations what would change it
 * @param retryability whether trying again could help
 * @param disagreements where other systems see that differently, and our side
 * @param timers known timers that can be its killer, shortest first
 * @param peers what other systems call it; without an entry where nothing truly corresponds
 */
public record RulePage(
    Cause cause,
    String reads,
    List<Headline> headlines,
    Argument argument,
    CauseText causeText,
    List<Fingerprint> errorTexts,
    List<Cause> lookAlikes,
    List<DecisiveObservation> decisiveObservations,
    Retryability retryability,
    List<Disagreement> disagreements,
    List<KnownTimer> timers,
    Map<PeerSystem, String> peers) {}
