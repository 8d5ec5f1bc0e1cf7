// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A proxy that was started here, alone on its core, and is ended here. */
final class RunningPeer implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = 20_000_000;

  private final Peer peer;
  private final Process process;

  private RunningPeer(Peer peer, Process process) {
    this.peer = peer;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param core the only core that it may use
   * @param dir where its output goes
   * @param environment what it finds set, beside what we do
   */
  static RunningPeer start(Peer peer, int core, Path dir, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
    command.addAll(peer.command());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(dir.resolve(peer.name() + ".out").toFile());
    builder.environment().putAll(environment);
    return new RunningPeer(peer, builder.start());
  }

  /** Waits until it can be connected to. */
  void awaitListening() throws IOException {
    long start = System.nanoTime();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() - start > STARTS_WITHIN.toNanos()) {
        throw new IOException(peer.name() + " does not listen on port " + peer.port());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), peer.port())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  Peer peer() {
    return peer;
  }

  long pid() {
    return process.pid();
  }

  ProcessTree tree() {
    return new ProcessTree(process.toHandle());
  }

  /** A request as this proxy wants it. */
  ByteBuffer request(boolean stream) {
    return Messages.request(peer.prefix() + "/v1/chat/completions", peer.headers(), stream);
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
