// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.core.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.ApprovedFile;
import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.CloseEvent;
import dev.lastbyte.core.event.ConnectionEvent;
import dev.lastbyte.core.event.LocalEvent;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.Stamp;
import dev.lastbyte.core.event.StreamEvent;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.event.Vantage;
import dev.lastbyte.core.facts.AttemptFacts;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunHeader;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is made of runs that no story tells: attempts of all kinds with events strewn in that
 * contradict them, and tools whose calls are told from several places. The file holds each run and
 * how it is judged; not all of it was read as right. After a change of a rule its difference shows
 * which runs the change moves, and no other way does so beyond the stories: write it anew with
 * {@code ./build test -pl lastbyte-core -Dtest=RandomRunsInFullTest -Dstories.write} and read that.
 */
class RandomRunsInFullTest {

  private static final String FILE = "random-runs.txt";
  private static final int RUNS = 150;
  private static final long SECOND = 1_000_000_000L;

  private static final List<Class<? extends RunEvent>> PARTS =
      List.of(
          ToolEvent.class,
          ToolEvent.class,
          StreamEvent.class,
          LocalEvent.class,
          CloseEvent.class,
          ConnectionEvent.class);

  @Test
  void judgementOfEachRun_isWhatTheFileHolds() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int run = 0; run < RUNS; run++) {
      all.put("run " + run, told(new Random(run)));
    }
    ApprovedFile.writeIfAsked(FILE, all);

    Map<String, String> held = ApprovedFile.in(FILE);
    assertThat(held.keySet()).isEqualTo(all.keySet());
    all.forEach((name, text) -> assertThat(text).as(name).isEqualTo(held.get(name)));
  }

  private static String told(Random random) {
    List<AttemptKind> kinds = AttemptKind.endingInEveryWay();
    List<RunEvent> events = new ArrayList<>();
    var out = new StringBuilder();
    int attempts = 1 + random.nextInt(2);
    for (int number = 1; number <= attempts; number++) {
      AttemptKind kind = RandomEvents.oneOf(kinds, random);
      line(out, "attempt " + number, kind);
      kind.tell(number, number * 10 * SECOND, events);
      for (int i = random.nextInt(7); i > 0; i--) {
        RunEvent more = strewn(random, number);
        line(out, "and", told(more));
        events.add(more);
      }
    }
    events.sort(Comparator.comparingLong(RunEvent::atNanos));
    long lost = random.nextInt(5) == 0 ? 1 : 0;
    line(out, "lost", lost);
    judge(out, RunFacts.of(new RunLog(new RunHeader(new Token("r"), 0, null), events, lost)));
    return out.toString();
  }

  /** Without what its attempt says, and with its time within it. */
  private static String told(RunEvent event) {
    long millis = event.atNanos() / 1_000_000 % 10_000;
    return "%d ms %s %s"
        .formatted(
            millis,
            event.stamp().vantage().code(),
            event.toString().replaceFirst("stamp=Stamp\\[.*?\\](, )?", ""));
  }

  private static RunEvent strewn(Random random, int number) {
    long millis = random.nextInt(60);
    Vantage vantage = RandomEvents.oneOf(List.of(Vantage.values()), random);
    var stamp = new Stamp(number * 10 * SECOND + millis * 1_000_000, number, vantage);
    return new RandomEvents(random, PARTS.get(random.nextInt(PARTS.size()))).next(stamp);
  }

  private static void judge(StringBuilder out, RunFacts run) {
    AttemptFacts facts = run.last();
    Diagnosis diagnosis = Diagnoser.diagnose(run);
    line(out, "code", diagnosis.code() + ", " + diagnosis.confidence().code());
    line(out, "delivery", facts.delivery().code());
    line(out, "exposure", facts.exposure());
    line(out, "completion", facts.completion());
    line(out, "closed", facts.closing());
    line(out, "clocks", facts.clocks());
    facts.tools().forEach(tool -> line(out, "tool", tool));
    line(
        out,
        "because",
        diagnosis.evidence().stream()
            .map(e -> e.event() + " " + e.claim().code())
            .collect(Collectors.joining(", ")));
    line(
        out,
        "although",
        diagnosis.counterEvidence().stream()
            .map(e -> e.event() + " " + e.claim().code())
            .collect(Collectors.joining(", ")));
    line(
        out,
        "missing",
        diagnosis.missing().stream().map(m -> m.code()).collect(Collectors.joining(", ")));
    line(
        out,
        "rivals",
        diagnosis.rivals().stream()
            .map(r -> r.cause().code() + " " + r.fate().code())
            .collect(Collectors.joining(", ")));
    RetryVerdict verdict = RetryVerdict.of(run, diagnosis, RetryPolicy.standard());
    line(out, "safety", verdict.safety().code());
    line(
        out,
        "answers",
        verdict.answers().stream()
            .map(a -> a.verdict().code() + " (" + a.reason().code() + ")")
            .collect(Collectors.joining(", ")));
    line(out, "next", verdict.recovery());
  }

  private static void line(StringBuilder out, String name, Object value) {
    out.append(name).append(": ").append(value).append('\n');
  }
}
