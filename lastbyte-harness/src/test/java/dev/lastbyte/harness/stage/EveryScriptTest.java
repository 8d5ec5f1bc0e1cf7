// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.EveryCase;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Compositions;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import dev.lastbyte.harness.script.Verb;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script of every scenario, dialect and framing is played to its last step. */
@Timeout(60)
class EveryScriptTest {

  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void isWrittenToItsEnd(Scenario scenario) throws Exception {
    for (EveryCase each : EveryCase.of(List.of(scenario))) {
      assertWritten(each);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void compositionsAreToo(long seed) throws Exception {
    for (EveryCase each : EveryCase.of(Compositions.random(seed, 200))) {
      assertWritten(each);
    }
  }

  @Test
  void aSeedIsADraw() {
    assertThat(names(7)).isEqualTo(names(7)).isNotEqualTo(names(8));
  }

  private static List<String> names(long seed) {
    return EveryCase.of(Compositions.random(seed, 20)).stream().map(EveryCase::toString).toList();
  }

  private static void assertWritten(EveryCase each) throws InterruptedException {
    Script script = each.script();
    if (script.verb() instanceof Verb.Refuse || script.verb() instanceof Verb.Unreached) {
      return;
    }
    var wire = new PaperWire();
    wire.leave(Leaving.FIN);
    LedgerEntry.Did did =
        Performance.play(
            script, wire, new Gates(), time -> CompletableFuture.completedFuture(null));

    long writes = script.steps().stream().filter(Step.Write.class::isInstance).count();
    assertThat(did.verb()).as("%s", each).isEqualTo(script.verb().token());
    assertThat(did.eventsWritten()).as("%s", each).isEqualTo(script.eventCount());
    assertThat(wire.paper().size() - did.heartbeats()).as("%s", each).isEqualTo(writes);
    assertThat(each.scenario().script(each.dialect(), each.framing())).isEqualTo(script);
  }
}
