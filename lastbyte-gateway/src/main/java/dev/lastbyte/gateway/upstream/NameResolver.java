// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a host's name into addresses. Thread-safe; may block. */
@FunctionalInterface
public interface NameResolver {

  /**
   * The addresses of a host, in the order in which they are to be tried.
   *
   * @throws UnknownHostException if there are none, or none can be found now
   */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
