// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryPolicy.Basis;
import dev.lastbyte.core.recovery.RetryPolicy.Declared;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.report.RunReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a policy says, nothing is tried again by itself once a tool may have run that its owner
 * does not declare harmless. What ran is read from the events here, without the core's own readers.
 */
@Timeout(60)
class PolicySafetyTest {

  private static final int CASES = 2_000;

  /** What was told of one call. */
  private static final class Told {
    private @Nullable Token tool;
    private boolean mayHaveRun;
    private boolean rejected;
    private final Set<ToolEffect> effects = new HashSet<>();
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noPolicy_retriesWhatMayHaveEffectsTwice(long seed) throws IOException {
    var random = new Random(seed);
    var runs = new RandomToolRuns(seed);
    int allowedAfterATool = 0;
    for (int i = 0; i < CASES; i++) {
      RunLog log = runs.next();
      RetryPolicy policy = policy(random);

      if (safety(log, policy) == RetrySafety.SAFE_AUTO_RETRY) {
        List<Told> ran = ran(log);
        assertThat(ran)
            .as("case %d: %s under %s", i, log.events(), policy)
            .allMatch(call -> isHarmless(call, policy));
        allowedAfterATool += ran.isEmpty() ? 0 : 1;
      }
    }
    assertThat(allowedAfterATool).as("declarations do allow something").isPositive();
  }

  private static RetrySafety safety(RunLog log, RetryPolicy policy) {
    return RunReport.of(log, policy).last().verdict().safety();
  }

  /** A policy as its file spells it. */
  private static RetryPolicy policy(Random random) throws IOException {
    List<String> tools = new ArrayList<>();
    for (String tool : RandomToolRuns.TOOLS) {
      if (random.nextInt(4) > 0) {
        ToolEffect effect = ToolEffect.values()[random.nextInt(ToolEffect.values().length)];
        Basis basis = Basis.values()[random.nextInt(Basis.values().length)];
        tools.add(
            "\"%s\":{\"effect\":\"%s\",\"basis\":\"%s\"}"
                .formatted(tool, effect.code(), basis.code()));
      }
    }
    String text =
        """
        {"most_attempts":%d,"longest_wait_ms":%d,"can_retract":%b,"may_be_billed_twice":%b,
        "tools":{%s}}
        """
            .formatted(
                1 + random.nextInt(9),
                random.nextInt(1_000_000),
                random.nextBoolean(),
                random.nextBoolean(),
                String.join(",", tools));
    return PolicyJson.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<Told> ran(RunLog log) {
    Map<String, Told> calls = new HashMap<>();
    Map<Integer, String> byIndex = new HashMap<>();
    for (RunEvent event : log.events()) {
      switch (event) {
        case ToolCallStarted started -> {
          byIndex.put(started.index(), Objects.toString(started.call()));
          of(started.call(), calls).tool = started.tool();
        }
        case ToolCallReady ready ->
            Objects.requireNonNull(calls.get(byIndex.get(ready.index()))).mayHaveRun = true;
        case ToolEvent tool -> add(tool, of(tool.call(), calls));
        default -> {
          // Not about a tool.
        }
      }
    }
    return calls.values().stream().filter(call -> call.mayHaveRun && !call.rejected).toList();
  }

  private static Told of(@Nullable Token call, Map<String, Told> calls) {
    return calls.computeIfAbsent(Objects.toString(call), id -> new Told());
  }

  private static void add(ToolEvent event, Told call) {
    call.mayHaveRun = true;
    // It did not run then; but a result that was sent says that it did.
    call.rejected =
        event instanceof ToolEnded ended
            && (ended.outcome() == ToolOutcome.INVALID_ARGUMENTS
                || ended.outcome() == ToolOutcome.DROPPED);
    if (event instanceof ToolStarted started) {
      call.effects.add(started.effect());
    }
  }

  /** Somebody who runs it says that it is, and nobody who runs it says that it is not. */
  private static boolean isHarmless(Told call, RetryPolicy policy) {
    Set<ToolEffect> said = new HashSet<>(call.effects);
    Declared declared = call.tool == null ? null : policy.tools().get(call.tool);
    if (declared != null && declared.basis() == Basis.OWNER) {
      said.add(declared.effect());
    }
    said.remove(ToolEffect.UNKNOWN);
    return !said.isEmpty() && said.stream().noneMatch(ToolEffect::mayHurtTwice);
  }
}
