// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real {@code lastbyte gateway} in a process of its own, and what it recorded. */
final class Recorder implements AutoCloseable {

  private static final String READY = "lastbyte gateway listening on ";

  private final Path data;
  private final Program gateway;
  private final URI address;

  private Recorder(Path data, Program gateway, URI address) {
    this.data = data;
    this.gateway = gateway;
    this.address = address;
  }

  /** A gateway that records into a folder, with one upstream called {@code up}. */
  static Recorder recordingInto(Path data, URI upstream) throws IOException {
    return startedBy(Program.jvm(), data, upstream);
  }

  /** The same, started by another command line that ends in the JVM's. */
  static Recorder startedBy(List<String> jvm, Path data, URI upstream) throws IOException {
    List<String> command = new ArrayList<>(jvm);
    command.addAll(List.of("gateway", "--listen", "127.0.0.1:0", "--data", data.toString()));
    command.addAll(List.of("--upstream", "up=" + upstream));
    Program gateway = Program.start(data, command);
    String ready = gateway.line();
    if (!ready.startsWith(READY)) {
      throw new IOException("the first line must say where it listens, but was: " + ready);
    }
    return new Recorder(data, gateway, URI.create(ready.substring(READY.length())));
  }

  /** Where a path of the upstream is found through the gateway. */
  String url(String path) {
    return address + "/up" + path;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
  }

  /** Ends the gateway, so that all is stored, and lists the runs, the newest first. */
  List<Json> runs() throws IOException, InterruptedException {
    gateway.stop();
    return stored(data);
  }

  /** Ends the gateway and gives its only run. */
  Json run() throws IOException, InterruptedException {
    List<Json> runs = runs();
    if (runs.size() != 1) {
      throw new IOException("expected one run, but found " + runs);
    }
    return runs.getFirst();
  }

  /** The runs of a folder, as {@code lastbyte runs --json} tells them. */
  static List<Json> stored(Path data) throws IOException, InterruptedException {
    Program.Ended runs = Program.lastbyte(data, "runs", "--data", data.toString(), "--json").end();
    if (runs.exit() != 0) {
      throw new IOException("lastbyte runs complained: " + runs.err());
    }
    return runs.objects();
  }

  Program gateway() {
    return gateway;
  }

  @Override
  public void close() {
    gateway.kill();
  }
}
