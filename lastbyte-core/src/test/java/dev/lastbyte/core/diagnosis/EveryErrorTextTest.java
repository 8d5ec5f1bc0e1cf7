// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.diagnosis.rule.ErrorMeaning;
import dev.lastbyte.core.event.ErrorLink;
import dev.lastbyte.core.event.KnownPhrase;
import dev.lastbyte.core.event.LifeEvent;
import dev.lastbyte.core.event.LocalEvent.ErrorSurfaced;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentFlowed;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.hint.Catalogue;
import dev.lastbyte.core.hint.Fingerprint;
import dev.lastbyte.core.hint.Fingerprint.Mark;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every text of the catalogue leads to: alone, and after content had been seen. Approved in
 * {@code every-error-text.txt}; written anew as {@link EveryCauseInFullTest} says.
 */
class EveryErrorTextTest {

  private static final String FILE = "every-error-text.txt";

  @Test
  void causeOfEachText_matchesTheApprovedFile() {
    Map<String, String> told = new LinkedHashMap<>();
    for (Fingerprint fingerprint : Catalogue.all()) {
      String meaning = ErrorMeaning.of(chain(fingerprint)).candidates().toString();
      told.put(
          fingerprint.mark().toString(),
          said(fingerprint, false) + said(fingerprint, true) + "candidates: " + meaning + "\n");
    }
    ApprovedFile.writeIfAsked(FILE, told);

    assertThat(told).isEqualTo(ApprovedFile.in(FILE));
  }

  private static String said(Fingerprint fingerprint, boolean afterContent) {
    List<RunEvent> events = new ArrayList<>();
    events.add(new LifeEvent.AttemptStarted(new Stamp(0, 1, Vantage.IMPORT)));
    if (afterContent) {
      events.add(new ContentFlowed(new Stamp(1, 1, Vantage.IMPORT), Content.TEXT, 2, 20, 3));
    }
    events.add(new ErrorSurfaced(new Stamp(9, 1, Vantage.IMPORT), chain(fingerprint)));
    var log = new RunLog(new RunHeader(new Token("run-1"), 0, null), events, 0);
    Diagnosis diagnosis = Diagnoser.diagnose(RunFacts.of(log));
    return diagnosis.code()
        + ", "
        + diagnosis.confidence().code()
        + ", origin "
        + diagnosis.originConfidence().code()
        + ", because "
        + diagnosis.evidence()
        + ", lacking "
        + diagnosis.missing()
        + ", rivals "
        + diagnosis.rivals()
        + "\n";
  }

  private static List<ErrorLink> chain(Fingerprint fingerprint) {
    return List.of(
        switch (fingerprint.mark()) {
          case Mark.Phrase mark -> new ErrorLink(null, null, mark.phrase());
          case Mark.Type mark -> new ErrorLink(new Token(mark.name()), null, KnownPhrase.NONE);
          case Mark.Code mark -> new ErrorLink(null, new Token(mark.code()), KnownPhrase.NONE);
        });
  }
}
