// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.gateway.upstream.NameResolver;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * What the gateway takes from the machine, so that a test can own it.
 *
 * @param clock time
 * @param random where run ids come from; must be thread-safe
 * @param resolver turns a host's name into addresses; may block
 */
public record Environment(RunClock clock, RandomGenerator random, NameResolver resolver) {

  static Environment system() {
    return new Environment(RunClock.system(), new SecureRandom(), InetAddress::getAllByName);
  }
}
