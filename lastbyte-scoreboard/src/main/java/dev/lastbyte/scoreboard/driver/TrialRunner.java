// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.scoreboard.driver;

import dev.lastbyte.harness.ClientBehavior;
import dev.lastbyte.harness.ClientBehavior.ToolEnd;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.scenario.SampleRequests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The client's part of one trial. Nothing is left to chance: it waits until all that the server is
 * going to say has come, and only a timer of its own ever waits for time to pass.
 */
final class TrialRunner {

  private static final Pattern CALL = Pattern.compile("(?:call|toolu|tooluse)_lastbyte\\d+");

  private final Trial trial;
  private final InetSocketAddress gateway;
  private final String path;
  private final String run;
  private final Duration timeout;
  private final ExpectedResponse expected;

  /**
   * @param path where the gateway leads to the scenario
   * @param run the client's own name for the run that is to be diagnosed
   * @param timeout of its timers, once nothing more is to come
   */
  TrialRunner(Trial trial, InetSocketAddress gateway, String path, String run, Duration timeout) {
    this.trial = trial;
    this.gateway = gateway;
    this.path = path + trial.dialect().query();
    this.run = run;
    this.timeout = timeout;
    expected = ExpectedResponse.of(trial.script(), trial.framing());
  }

  void run() throws IOException {
    switch (trial.scenario().clientBehavior()) {
      case ClientBehavior.ReadsOn unused -> readOn();
      case ClientBehavior.AsksAgainOnTheConnection unused -> reuseConnection();
      case ClientBehavior.Repeats repeats -> repeat(repeats.times());
      case ClientBehavior.Aborts aborts -> abort(aborts);
      case ClientBehavior.GivesUp givesUp -> giveUp(givesUp.timer());
      case ClientBehavior.ClosesWebSocket closes -> closeWebSocket(closes.code());
      case ClientBehavior.RunsTool tool -> runTool(tool.end());
      case ClientBehavior.Uploads uploads -> upload(uploads.bytes());
      case ClientBehavior.ExpectsContinue unused -> expectContinue();
      case ClientBehavior.HoldsStill unused -> pauseReading();
      case ClientBehavior.Dies unused -> closeAbruptly();
    }
  }

  private void readOn() throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, question());
      readOrGiveUp(client);
    }
  }

  private void reuseConnection() throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendKeepAlive(path, run + "-first", question());
      client.readAll();
      client.sendLast(path, run, question());
      readOrGiveUp(client);
    }
  }

  /** The run of which the keys speak is one of them. */
  private void repeat(int times) throws IOException {
    int usual = trial.scenario().usual().attempt();
    for (int time = 1; time <= times; time++) {
      try (TestClient client = TestClient.of(gateway, trial.framing())) {
        client.sendLast(path, time == usual ? run : run + "-" + time, question());
        client.readAll();
      }
    }
  }

  private void abort(ClientBehavior.Aborts aborts) throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, question());
      if (expected.isEndless()) {
        expected.await(client, timeout);
      } else {
        client.readAll(); // what ends first is the server's doing, and the abort only cleans up
      }
      if (reportsEvents()) {
        agentChannel().abortRequested(aborts.cause().replaceFirst(".*\\.", ""));
      }
      if (!aborts.closes()) {
        var unused = client.readFor(timeout);
      }
    }
  }

  private void giveUp(String timer) throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, question());
      giveUp(client, timer);
    }
  }

  private void closeWebSocket(int code) throws IOException {
    try (var client = new WebSocketTestClient(gateway)) {
      client.sendLast(path, run, question());
      expected.await(client, timeout);
      client.sendClose(code);
      var unused = client.readFor(timeout);
    }
  }

  private void readOrGiveUp(TestClient client) throws IOException {
    if (expected.isEndless()) {
      giveUp(client, expected.timer());
    } else {
      client.readAll();
    }
  }

  private void giveUp(TestClient client, String timer) throws IOException {
    expected.await(client, timeout);
    if (client.readFor(timeout) && reportsEvents()) {
      agentChannel().timerFired(timer, timeout.toNanos());
    }
  }

  private void runTool(ToolEnd end) throws IOException {
    String call = toolCallId();
    boolean posts = end == ToolEnd.POSTED;
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, posts ? run + "-first" : run, question());
      client.readAll();
    }
    if (posts) {
      post(call);
    }
    if (reportsEvents()) {
      reportTool(call, end);
    }
  }

  private void post(String call) throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, SampleRequests.followUp(trial.dialect(), run, call));
      readOrGiveUp(client);
    }
  }

  private void reportTool(String call, ToolEnd end) throws IOException {
    agentChannel().toolStarted(call);
    switch (end) {
      case POSTED, LOST -> agentChannel().toolEnded(call, "done");
      case HANGS -> agentChannel().timerFired("tool", timeout.toNanos());
      case INTERRUPTED -> agentChannel().toolEnded(call, "interrupted");
    }
    agentChannel().runEnded();
  }

  private String toolCallId() {
    Matcher call = CALL.matcher(trial.script().content().text());
    return call.find() ? call.group() : "";
  }

  private void upload(long bytes) throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, question() + " ".repeat((int) bytes));
      readOrGiveUp(client);
    }
  }

  private void expectContinue() throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendExpectContinue(path, run, question(), timeout);
      readOrGiveUp(client);
    }
  }

  private void pauseReading() throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, question());
      expected.await(client, timeout);
      client.readAll();
    }
  }

  private void closeAbruptly() throws IOException {
    try (TestClient client = TestClient.of(gateway, trial.framing())) {
      client.sendLast(path, run, question());
      expected.await(client, timeout);
    }
  }

  private String question() {
    return SampleRequests.question(trial.dialect(), run);
  }

  private boolean reportsEvents() {
    return trial.vantage() == Vantage.GATEWAY_AND_AGENT;
  }

  private AgentChannelClient agentChannel() {
    return new AgentChannelClient(gateway, run);
  }
}
