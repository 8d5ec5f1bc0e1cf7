// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import dev.lastbyte.benchmarks.gateway.Connection;
import dev.lastbyte.harness.script.EndAction;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One question, and its response on the provider's side: a write at each beat, then the end. */
final class Stream {

  private final String name;
  private final Plan plan;
  private final int more;
  private @Nullable Connection provider;
  private int written;

  /**
   * @param name what its client calls it
   * @param more how often its piece is said again
   */
  Stream(String name, Plan plan, int more) {
    this.name = name;
    this.plan = plan;
    this.more = more;
  }

  String name() {
    return name;
  }

  Plan plan() {
    return plan;
  }

  /** How much its client gets, if it gets all. */
  long bytes() {
    return plan.bytes(more);
  }

  /** The provider was asked, and answers on this connection. */
  void begin(Connection connection) {
    provider = connection;
  }

  /** The connection to the provider is gone. */
  void leave() {
    provider = null;
  }

  /**
   * Writes what comes next, or ends.
   *
   * @return whether there is more to do
   */
  boolean beat() throws IOException {
    if (provider == null) {
      return false;
    }
    if (written < plan.length(more)) {
      provider.write(plan.write(written++, more));
      return true;
    }
    end(provider);
    return false;
  }

  private void end(Connection connection) throws IOException {
    if (plan.verb() instanceof EndAction.Fin) {
      connection.fin();
    } else if (plan.verb() instanceof EndAction.Rst) {
      connection.reset();
      leave();
    }
  }
}
