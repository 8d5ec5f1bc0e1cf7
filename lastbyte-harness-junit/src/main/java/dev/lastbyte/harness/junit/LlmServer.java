// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.junit;

import dev.lastbyte.harness.AnswerKey;
import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.Framing;
import dev.lastbyte.harness.LedgerEntry;
import dev.lastbyte.harness.Scenario;
import dev.lastbyte.harness.Vantage;
import dev.lastbyte.harness.server.FaultServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The provider of one test, and what it knows. It listens on a free port of the loopback address
 * from before the test's {@code @BeforeEach} until after its {@code @AfterEach}. Safe for use by
 * many threads.
 */
public final class LlmServer {
  private static final String GATE = "release";
  private static final Duration AWAIT_TIMEOUT = Duration.ofSeconds(10);

  private final FaultServer server;
  private final Fault fault;

  private LlmServer(FaultServer server, Fault fault) {
    this.server = server;
    this.fault = fault;
  }

  static LlmServer start(Fault fault) throws IOException {
    return new LlmServer(FaultServer.start(), fault);
  }

  /** The base URL for a client, without {@code /v1}; in every dialect it meets the scenario. */
  public URI baseUrl() {
    URI base = server.baseUrl(fault.scenario(), fault.framing());
    return fault.gated() ? URI.create(base + ".gate-" + GATE) : base;
  }

  /** The address to post to in the test's dialect, for clients that know nothing of base URLs. */
  public URI url() {
    return URI.create(baseUrl() + fault.dialect().route());
  }

  /** What the server does. */
  public Scenario scenario() {
    return fault.scenario();
  }

  /** The protocol that the test is about. */
  public Dialect dialect() {
    return fault.dialect();
  }

  /** How the responses travel. */
  public Framing framing() {
    return fault.framing();
  }

  /** The truth: what a perfect diagnosis would say that has seen everything. */
  public AnswerKey key() {
    return fault.scenario().truth(fault.dialect(), fault.framing());
  }

  /** The best that can be known from there. */
  public AnswerKey key(Vantage vantage) {
    return fault.scenario().key(fault.dialect(), fault.framing(), vantage);
  }

  /** The exchanges of this test that have ended, the last 10,000 of them, oldest first. */
  public List<LedgerEntry> ledger() {
    return server.ledger();
  }

  /**
   * Waits up to 10 seconds until so many exchanges of this test have ended.
   *
   * @return the ledger then
   * @throws IllegalStateException if fewer have ended when the time is over
   */
  public List<LedgerEntry> awaitRequests(int count) throws InterruptedException {
    return server.awaitRequests(count, AWAIT_TIMEOUT);
  }

  /**
   * Lets the last act begin, now and for every later request.
   *
   * @throws IllegalStateException if the test is not gated, and so nothing waits
   */
  public void release() {
    if (!fault.gated()) {
      throw new IllegalStateException("a test that releases must say gated = true");
    }
    server.release(GATE);
  }

  /** Trusts this server's throw-away authority and no other; for framings with TLS. */
  public SSLContext sslContext() {
    return server.trustingContext();
  }

  /** The same authority's certificate as PEM, for clients that read a file. */
  public String authorityPem() {
    return server.authorityPem();
  }

  /** The HTTP proxy that a client has to go by to meet the scenario; null where it needs none. */
  public @Nullable InetSocketAddress proxy() {
    return server.proxy(fault.scenario());
  }

  void close() throws IOException {
    server.close();
  }

  /** What it does, such as {@code text-rst openai-chat chunked}. */
  @Override
  public String toString() {
    return fault.toString();
  }
}
