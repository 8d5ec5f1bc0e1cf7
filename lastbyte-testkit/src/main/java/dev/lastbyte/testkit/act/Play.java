// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.testkit.act;

import dev.lastbyte.harness.ClientPart;
import dev.lastbyte.harness.ClientPart.ToolEnd;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Vantage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The client's part of one trial. Nothing is left to chance: it waits until all that the server is
 * going to say has come, and only a timer of its own ever waits for time to pass.
 */
final class Play {

  private static final Pattern CALL = Pattern.compile("(?:call|toolu|tooluse)_lastbyte\\d+");

  private final Trial trial;
  private final InetSocketAddress gateway;
  private final String path;
  private final String run;
  private final Duration patience;
  private final Expectation expectation;

  /**
   * @param path where the gateway leads to the scenario
   * @param run the client's own name for the run that is to be diagnosed
   * @param patience of its timers, once nothing more is to come
   */
  Play(Trial trial, InetSocketAddress gateway, String path, String run, Duration patience) {
    this.trial = trial;
    this.gateway = gateway;
    this.path = trial.dialect() == Dialect.GEMINI ? path + "?alt=sse" : path;
    this.run = run;
    this.patience = patience;
    expectation = Expectation.of(trial.script(), trial.framing());
  }

  void perform() throws IOException {
    switch (trial.scenario().clientPart()) {
      case ClientPart.ReadsOn unused -> readOn();
      case ClientPart.AsksAgainOnTheConnection unused -> askAgain();
      case ClientPart.Repeats repeats -> repeat(repeats.times());
      case ClientPart.Aborts aborts -> abort(aborts);
      case ClientPart.GivesUp givesUp -> giveUp(givesUp.timer());
      case ClientPart.RunsTool tool -> runTool(tool.end());
      case ClientPart.Uploads uploads -> upload(uploads.bytes());
      case ClientPart.ExpectsContinue unused -> expectContinue();
      case ClientPart.HoldsStill unused -> holdStill();
      case ClientPart.Dies unused -> die();
    }
  }

  private void readOn() throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, question());
      readOrGiveUp(caller);
    }
  }

  private void askAgain() throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.askFirst(path, run + "-first", question());
      caller.readAll();
      caller.ask(path, run, question());
      readOrGiveUp(caller);
    }
  }

  /** The run of which the keys speak is one of them. */
  private void repeat(int times) throws IOException {
    int usual = trial.scenario().usual().attempt();
    for (int time = 1; time <= times; time++) {
      try (Caller caller = Caller.of(gateway, trial.framing())) {
        caller.ask(path, time == usual ? run : run + "-" + time, question());
        caller.readAll();
      }
    }
  }

  private void abort(ClientPart.Aborts aborts) throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, question());
      if (expectation.lasts()) {
        expectation.await(caller, patience);
      } else {
        caller.readAll(); // what ends first is the server's doing, and the abort only cleans up
      }
      if (tells()) {
        agent().abortRequested(aborts.cause().replaceFirst(".*\\.", ""));
      }
      if (!aborts.closes()) {
        var unused = caller.readFor(patience);
      }
    }
  }

  private void giveUp(String timer) throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, question());
      giveUp(caller, timer);
    }
  }

  private void readOrGiveUp(Caller caller) throws IOException {
    if (expectation.lasts()) {
      giveUp(caller, expectation.timer());
    } else {
      caller.readAll();
    }
  }

  private void giveUp(Caller caller, String timer) throws IOException {
    expectation.await(caller, patience);
    if (caller.readFor(patience) && tells()) {
      agent().timerFired(timer, patience.toNanos());
    }
  }

  private void runTool(ToolEnd end) throws IOException {
    String call = call();
    boolean posts = end == ToolEnd.POSTED;
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, posts ? run + "-first" : run, question());
      caller.readAll();
    }
    if (posts) {
      post(call);
    }
    if (tells()) {
      tellOfTool(call, end);
    }
  }

  private void post(String call) throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, Requests.followUp(trial.dialect(), run, call));
      readOrGiveUp(caller);
    }
  }

  private void tellOfTool(String call, ToolEnd end) throws IOException {
    agent().toolStarted(call);
    switch (end) {
      case POSTED, LOST -> agent().toolEnded(call, "done");
      case HANGS -> agent().timerFired("tool", patience.toNanos());
      case INTERRUPTED -> agent().toolEnded(call, "interrupted");
    }
    agent().runEnded();
  }

  private String call() {
    Matcher call = CALL.matcher(trial.script().content().text());
    return call.find() ? call.group() : "";
  }

  private void upload(long bytes) throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, question() + " ".repeat((int) bytes));
      readOrGiveUp(caller);
    }
  }

  private void expectContinue() throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.askExpecting(path, run, question(), patience);
      readOrGiveUp(caller);
    }
  }

  private void holdStill() throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, question());
      expectation.await(caller, patience);
      caller.readAll();
    }
  }

  private void die() throws IOException {
    try (Caller caller = Caller.of(gateway, trial.framing())) {
      caller.ask(path, run, question());
      expectation.await(caller, patience);
    }
  }

  private String question() {
    return Requests.question(trial.dialect(), run);
  }

  private boolean tells() {
    return trial.vantage() == Vantage.GATEWAY_AND_AGENT;
  }

  private AgentChannel agent() {
    return new AgentChannel(gateway, run);
  }
}
