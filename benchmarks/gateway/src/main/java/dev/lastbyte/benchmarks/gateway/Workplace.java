// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where it all happens: a folder of this run's own, and the processes that work in it. Neither
 * outlives this process, whether it ends by itself or by Ctrl-C.
 */
final class Workplace {

  private final Path home;
  private final Path dir;
  private final int proxyCore;
  private final List<RunningPeer> running = new ArrayList<>();
  private boolean closed;

  private Workplace(Path home, Path dir, int proxyCore) {
    this.home = home;
    this.dir = dir;
    this.proxyCore = proxyCore;
  }

  /**
   * Makes it.
   *
   * @param home the root of this project
   * @param proxyCore the core that the proxies have; ours is another
   */
  static Workplace make(Path home, int proxyCore) throws IOException {
    var place = new Workplace(home, Files.createTempDirectory("lastbyte-benchmark"), proxyCore);
    // The workers of nginx are another user's.
    place.dir.toFile().setExecutable(true, false);
    Runtime.getRuntime().addShutdownHook(new Thread(place::close));
    return place;
  }

  Path home() {
    return home;
  }

  Path dir() {
    return dir;
  }

  /** Says how it goes, on standard error. */
  void say(String line) {
    System.err.println(line);
  }

  /** Starts a proxy on its core, or says that it is not there. */
  synchronized void start(Peer peer, Map<String, String> environment) throws IOException {
    if (!Files.exists(peer.program())) {
      say(peer.name() + " is not installed (" + peer.program() + "): going on without it");
    } else if (!closed) {
      running.add(RunningPeer.start(peer, proxyCore, dir, environment));
    }
  }

  /** The proxies that were started. */
  synchronized List<RunningPeer> running() {
    return List.copyOf(running);
  }

  private synchronized void close() {
    closed = true;
    running.forEach(RunningPeer::close);
    try (Stream<Path> files = Files.walk(dir)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
