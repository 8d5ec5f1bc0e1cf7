// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.harness.AllScenarioCases;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.scenario.Compositions;
import dev.lastbyte.harness.scenario.Scenarios;
import dev.lastbyte.harness.script.EndAction;
import dev.lastbyte.harness.script.Script;
import dev.lastbyte.harness.script.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script of every scenario, dialect and framing is played to its last step. */
@Timeout(300)
class EveryScriptTest {

  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void isWrittenToItsEnd(Scenario scenario) throws Exception {
    for (AllScenarioCases each : AllScenarioCases.of(List.of(scenario))) {
      assertWritten(each);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyComposition_isWrittenToItsEnd(long seed) throws Exception {
    for (AllScenarioCases each : AllScenarioCases.of(Compositions.random(seed, 200))) {
      assertWritten(each);
    }
  }

  @Test
  void aSeed_selectsTheSameComposition() {
    assertThat(names(7)).isEqualTo(names(7)).isNotEqualTo(names(8));
  }

  private static List<String> names(long seed) {
    return AllScenarioCases.of(Compositions.random(seed, 20)).stream()
        .map(AllScenarioCases::toString)
        .toList();
  }

  private static void assertWritten(AllScenarioCases each) throws InterruptedException {
    Script script = each.script();
    if (script.endAction() instanceof EndAction.Refuse
        || script.endAction() instanceof EndAction.Unreached) {
      return;
    }
    var writer = new RecordingResponseWriter();
    writer.leave(ClientClose.FIN);
    LedgerEntry.Did did =
        ScriptRunner.run(
            script, writer, new Gates(), time -> CompletableFuture.completedFuture(null));

    long writes = script.steps().stream().filter(Step.Write.class::isInstance).count();
    assertThat(did.verb()).as("%s", each).isEqualTo(script.endAction().token());
    assertThat(did.eventsWritten()).as("%s", each).isEqualTo(script.eventCount());
    assertThat(writer.paper().size() - did.heartbeats()).as("%s", each).isEqualTo(writes);
    assertThat(each.scenario().script(each.dialect(), each.framing())).isEqualTo(script);
  }
}
