// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the CPU time of our gateway goes, by thread and by method. */
final class Profile {

  private static final List<Scenario> SCENARIOS = List.of(Scenario.BURST, Scenario.JSON);

  private static final String JAVA_OPTIONS = "LASTBYTE_JAVA_OPTS";

  private final Workplace place;
  private final Peers peers;
  private final Course course;

  Profile(Workplace place, Peers peers, Course course) {
    this.place = place;
    this.peers = peers;
    this.course = course;
  }

  void run() throws IOException {
    // Without it, methods that were compiled into others are told as if they were those.
    var exact = "-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints";
    String asked = System.getenv().getOrDefault(JAVA_OPTIONS, "");
    place.start(peers.lastbyte(), Map.of(JAVA_OPTIONS, exact + " " + asked));
    RunningPeer gateway = place.running().getFirst();
    gateway.awaitListening();
    course.warmUp(gateway);
    for (Scenario scenario : SCENARIOS) {
      place.say("profiling: " + scenario.title());
      times(gateway, scenario);
      samples(gateway, scenario);
    }
  }

  private void times(RunningPeer gateway, Scenario scenario) throws IOException {
    long asked = course.asked(gateway);
    ThreadTimes before = ThreadTimes.of(gateway.pid());
    Sample sample = course.rush(gateway, scenario, 1);
    ThreadTimes after = ThreadTimes.of(gateway.pid());
    int requests = (int) (course.asked(gateway) - asked);
    System.out.printf(
        "%n%s: %.1f us CPU a request%n%s",
        scenario.title(), sample.cpuMicros(), after.since(before, requests));
  }

  /** In a round of its own, since to take samples costs something. */
  private void samples(RunningPeer gateway, Scenario scenario) throws IOException {
    Path recording = place.dir().resolve(scenario + ".jfr");
    jcmd(
        gateway,
        "JFR.start",
        "name=profile",
        "jdk.CPUTimeSample#enabled=true",
        "jdk.CPUTimeSample#throttle=1ms");
    course.rush(gateway, scenario, 2);
    jcmd(gateway, "JFR.stop", "name=profile", "filename=" + recording);
    System.out.print(Hotspots.read(recording).table());
  }

  private static void jcmd(RunningPeer gateway, String... command) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ProcessBuilder builder = new ProcessBuilder(jcmd.toString(), String.valueOf(gateway.pid()));
    builder.command().addAll(List.of(command));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!said.contains("recording") && !said.contains("Recording")) {
      throw new IOException(said);
    }
  }
}
