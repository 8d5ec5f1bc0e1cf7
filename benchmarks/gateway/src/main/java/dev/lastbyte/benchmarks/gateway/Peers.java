// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import dev.lastbyte.benchmarks.gateway.Peer.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The proxies that are measured, each as its manual would have it for streams. */
final class Peers {

  static final String NGINX = "nginx";
  static final String LASTBYTE = "lastbyte";
  static final String PORTKEY = "portkey";
  static final String MITMPROXY = "mitmproxy";
  static final String BARE = "bare netty";
  static final String BEFORE = "before";

  private final Path home;
  private final Path dir;
  private final int provider;

  /**
   * @param home the root of this project
   * @param dir where the proxies may keep their files
   * @param provider the port of the provider
   */
  Peers(Path home, Path dir, int provider) {
    this.home = home;
    this.dir = dir;
    this.provider = provider;
  }

  /** All, in the order in which a round goes. */
  List<Peer> all() throws IOException {
    return List.of(nginx(), haproxy(), lastbyte(), mitmproxy(), portkey());
  }

  /** Whether it is a JVM, which has to compile what it will need. */
  static boolean compiles(Peer peer) {
    return List.of(LASTBYTE, BARE, BEFORE).contains(peer.name());
  }

  /** A relay on our transport that looks at nothing, with the options that ours is started with. */
  Peer bare() throws IOException {
    int port = freePort();
    Path program = Path.of(System.getProperty("java.home"), "bin", "java");
    var command =
        List.of(
            program.toString(),
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dio.netty.leakDetection.level=disabled",
            "-cp",
            System.getProperty("java.class.path"),
            BareRelay.class.getName(),
            String.valueOf(port),
            String.valueOf(provider));
    return new Peer(BARE, program, command, port, "", List.of(), Pace.FAST);
  }

  private Peer nginx() throws IOException {
    int port = freePort();
    Path conf = filledIn("nginx.conf", port);
    Path program = Path.of("/usr/sbin/nginx");
    var command = List.of(program.toString(), "-c", conf.toString(), "-e", dir + "/nginx.log");
    return new Peer(NGINX, program, command, port, "", List.of(), Pace.FAST);
  }

  private Peer haproxy() throws IOException {
    int port = freePort();
    Path cfg = filledIn("haproxy.cfg", port);
    Path program = Path.of("/usr/sbin/haproxy");
    var command = List.of(program.toString(), "-db", "-f", cfg.toString());
    return new Peer("haproxy", program, command, port, "", List.of(), Pace.FAST);
  }

  Peer lastbyte() throws IOException {
    return lastbyte(LASTBYTE, home, data());
  }

  /** The gateway of another checkout of this project. */
  Peer before(Path checkout) throws IOException {
    return lastbyte(BEFORE, checkout, dir.resolve("before-data"));
  }

  private Peer lastbyte(String name, Path checkout, Path data) throws IOException {
    int port = freePort();
    Path program = checkout.resolve("lastbyte");
    var command =
        List.of(
            program.toString(),
            "gateway",
            "--listen",
            "127.0.0.1:" + port,
            "--upstream",
            "bench=" + providerUrl(),
            "--data",
            data.toString());
    return new Peer(name, program, command, port, "/bench", List.of(), Pace.FAST);
  }

  private Peer mitmproxy() throws IOException {
    int port = freePort();
    Path program = Path.of("/usr/bin/mitmdump");
    var command =
        List.of(
            program.toString(),
            "--quiet",
            "--mode",
            "reverse:" + providerUrl(),
            "--listen-host",
            "127.0.0.1",
            "--listen-port",
            String.valueOf(port),
            "--set",
            "confdir=" + dir.resolve("mitmproxy"),
            "--set",
            "stream_large_bodies=1");
    return new Peer(MITMPROXY, program, command, port, "", List.of(), Pace.SLOW);
  }

  private Peer portkey() throws IOException {
    int port = freePort();
    Path program =
        home.resolve(
            "benchmarks/gateway/peers/node_modules/@portkey-ai/gateway/build/start-server.js");
    var command = List.of("node", program.toString(), "--headless", "--port=" + port);
    var headers =
        List.of("x-portkey-provider: openai", "x-portkey-custom-host: " + providerUrl() + "/v1");
    return new Peer(PORTKEY, program, command, port, "", headers, Pace.SLOW);
  }

  /** Where our gateway records. */
  Path data() {
    return dir.resolve("lastbyte-data");
  }

  /** A file of this folder with the addresses of this run. */
  private Path filledIn(String name, int port) throws IOException {
    String template = Files.readString(home.resolve("benchmarks/gateway/peers").resolve(name));
    return Files.writeString(
        dir.resolve(name),
        template
            .replace("@dir@", dir.toString())
            .replace("@provider@", String.valueOf(provider))
            .replace("@port@", String.valueOf(port)));
  }

  private String providerUrl() {
    return "http://127.0.0.1:" + provider;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
