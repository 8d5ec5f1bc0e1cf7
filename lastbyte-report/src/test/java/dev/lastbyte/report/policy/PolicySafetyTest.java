// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.RunEvent;
import dev.lastbyte.core.event.StreamEvent.ToolCallReady;
import dev.lastbyte.core.event.StreamEvent.ToolCallStarted;
import dev.lastbyte.core.event.ToolEvent;
import dev.lastbyte.core.event.ToolEvent.ToolEffect;
import dev.lastbyte.core.event.ToolEvent.ToolEnded;
import dev.lastbyte.core.event.ToolEvent.ToolOutcome;
import dev.lastbyte.core.event.ToolEvent.ToolStarted;
import dev.lastbyte.core.facts.RunFacts;
import dev.lastbyte.core.log.RunLog;
import dev.lastbyte.core.privacy.Token;
import dev.lastbyte.core.recovery.RetryPolicy;
import dev.lastbyte.core.recovery.RetryPolicy.Basis;
import dev.lastbyte.core.recovery.RetryPolicy.Declared;
import dev.lastbyte.core.recovery.RetrySafety;
import dev.lastbyte.core.recovery.RetryVerdict;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a policy says, nothing is tried again by itself once a tool may have run that its owner
 * does not declare harmless. What ran is read from the events here, without the core's own readers.
 */
@Timeout(300)
class PolicySafetyTest {

  private static final int CASES = 750;

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

  /**
   * Every part of a call's life told or untold, every declaration, in each attempt of a run of up
   * to three. Pruned by symmetry: of two earlier attempts the first one holds the call, since which
   * of them came first makes no difference; the others hold none.
   */
  @Test
  void noDeclaration_allowsWhatACallOfAnyAttemptMayHaveDone() throws IOException {
    int checked = 0;
    int allowed = 0;
    List<RetryPolicy> policies = declarations();
    for (RunLog log : ToolRunTable.runs()) {
      RunFacts run = RunFacts.of(log);
      Diagnosis diagnosis = Diagnoser.diagnose(run);
      List<Told> ran = ran(log);
      for (RetryPolicy policy : policies) {
        checked++;
        if (RetryVerdict.of(run, diagnosis, policy).safety() == RetrySafety.SAFE_AUTO_RETRY) {
          allowed += ran.isEmpty() ? 0 : 1;
          if (!ran.stream().allMatch(call -> isHarmless(call, policy))) {
            throw new AssertionError("unsafe: " + log.events() + " under " + policy);
          }
        }
      }
    }

    System.out.println(
        "runs of up to three attempts under a declaration: "
            + checked
            + ", of which retried by themselves after a tool: "
            + allowed);
    assertThat(checked).isGreaterThan(30_000);
    assertThat(allowed).as("declarations do allow something").isPositive();
  }

  /** None, and one of the run's tool for each effect and each basis. */
  private static List<RetryPolicy> declarations() throws IOException {
    List<RetryPolicy> policies = new ArrayList<>();
    policies.add(RetryPolicy.standard());
    for (ToolEffect effect : ToolEffect.values()) {
      for (Basis basis : Basis.values()) {
        String text =
            "{\"tools\":{\"a\":{\"effect\":\"%s\",\"basis\":\"%s\"}}}"
                .formatted(effect.code(), basis.code());
        policies.add(PolicyJson.read(new ByteArrayInputStream(text.getBytes(UTF_8))));
      }
    }
    return policies;
  }

  private static RetrySafety safety(RunLog log, RetryPolicy policy) {
    RunFacts run = RunFacts.of(log);
    return RetryVerdict.of(run, Diagnoser.diagnose(run), policy).safety();
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
    Map<String, Told> byIndex = new HashMap<>();
    for (RunEvent event : log.events()) {
      switch (event) {
        case ToolCallStarted started -> {
          Told call = of(started, started.call(), calls);
          call.tool = started.tool();
          byIndex.put(started.attempt() + ":" + started.index(), call);
        }
        case ToolCallReady ready ->
            Objects.requireNonNull(byIndex.get(ready.attempt() + ":" + ready.index())).mayHaveRun =
                true;
        case ToolEvent tool -> add(tool, of(tool, tool.call(), calls));
        default -> {
          // Not about a tool.
        }
      }
    }
    return calls.values().stream().filter(call -> call.mayHaveRun && !call.rejected).toList();
  }

  private static Told of(RunEvent event, @Nullable Token call, Map<String, Told> calls) {
    return calls.computeIfAbsent(event.attempt() + ":" + call, id -> new Told());
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
