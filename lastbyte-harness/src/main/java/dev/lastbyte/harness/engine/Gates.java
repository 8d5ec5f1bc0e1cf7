// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.engine;

import dev.lastbyte.harness.text.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Named gates. Each is closed until it is opened, before or after the first thread waits. */
public final class Gates {
  private static final int LIMIT = 1024;

  private final Map<String, CountDownLatch> gates = new HashMap<>();

  /**
   * Makes sure that there is such a gate, open or not.
   *
   * @throws IllegalArgumentException if the name is no token, or there are too many gates
   */
  void declare(String name) {
    var unused = gate(name);
  }

  /** Opens the gate for all threads, now and later. */
  public void open(String name) {
    gate(name).countDown();
  }

  /** Whether the gate opened before the limit had passed. */
  boolean await(String name, Duration limit) throws InterruptedException {
    return gate(name).await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized CountDownLatch gate(String name) {
    if (!Tokens.isToken(name)) {
      throw new IllegalArgumentException(
          "a gate's name must be a token of at most 128 characters, but was "
              + Tokens.cleaned(name));
    }
    if (gates.size() == LIMIT && !gates.containsKey(name)) {
      throw new IllegalArgumentException("there must be at most " + LIMIT + " gates");
    }
    return gates.computeIfAbsent(name, unused -> new CountDownLatch(1));
  }
}
