// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.scenario;

import dev.lastbyte.harness.Dialect;
import dev.lastbyte.harness.provider.ProviderDialect;
import dev.lastbyte.harness.provider.ProviderDialects;

/**
 * The bodies of a client's requests in each dialect: a stream, a question, and one local tool,
 * {@code look_up}. The texts are put into JSON strings as they are, without escapes.
 */
public final class SampleRequests {

  private SampleRequests() {}

  /**
   * Asks what is given, which should differ from request to request: a server counts repetitions.
   */
  public static String question(Dialect dialect, String what) {
    return ProviderDialects.of(dialect).question(what, "");
  }

  /** Asks it again with the result of the tool that was called, by the id of the call. */
  public static String followUp(Dialect dialect, String what, String call) {
    ProviderDialect provider = ProviderDialects.of(dialect);
    return provider.question(what, provider.toolResult(call));
  }
}
