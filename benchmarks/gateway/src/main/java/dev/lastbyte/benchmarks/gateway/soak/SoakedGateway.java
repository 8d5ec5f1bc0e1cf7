// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real {@code ./lastbyte gateway}, in a session of its own so that Ctrl-C does not reach it. */
final class SoakedGateway implements AutoCloseable {

  private static final String READY = "lastbyte gateway listening on http://127.0.0.1:";
  private static final long STOPS_WITHIN_SECONDS = 60;

  private final Process process;
  private final Path complaints;
  private final int port;

  private SoakedGateway(Process process, Path complaints, int port) {
    this.process = process;
    this.complaints = complaints;
    this.port = port;
  }

  /**
   * Starts it, and waits until it listens.
   *
   * @param home the root of this project
   * @param dir where it records, and complains
   * @param provider the port of its only upstream, which is called {@code soak}
   */
  static SoakedGateway start(Path home, Path dir, int provider) throws IOException {
    Path complaints = dir.resolve("gateway.err");
    List<String> command =
        List.of(
            "setsid",
            home.resolve("lastbyte").toString(),
            "gateway",
            "--listen",
            "127.0.0.1:0",
            "--upstream",
            "soak=http://127.0.0.1:" + provider,
            "--data",
            data(dir).toString());
    Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String ready = out.readLine();
    if (ready == null || !ready.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("the gateway did not start: " + Files.readString(complaints));
    }
    int port = Integer.parseInt(ready.substring(READY.length()));
    return new SoakedGateway(process, complaints, port);
  }

  /** Where it records, within its folder. */
  static Path data(Path dir) {
    return dir.resolve("data");
  }

  int port() {
    return port;
  }

  Process process() {
    return process;
  }

  /** What it said on standard error, which should be nothing. */
  List<String> complaints() throws IOException {
    return Files.readAllLines(complaints);
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
