// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.gateway.GatewayOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options {@code --slow-request} and {@code --idle-client}: how long clients are waited for;
 * and {@code --connect-timeout}: how long providers are.
 */
public final class TimeoutOptions {

  @Option(
      names = "--slow-request",
      paramLabel = "TIME",
      converter = UnitConverters.DurationConverter.class,
      description =
          "Answer 408 to a request that is not here, as far as it takes to pass it on, this long"
              + " after its first byte. Default: 30s")
  private Duration slowRequest = Duration.ofSeconds(30);

  @Option(
      names = "--idle-client",
      paramLabel = "TIME",
      converter = UnitConverters.DurationConverter.class,
      description =
          "End a client's connection on which nothing is asked for this long. A client that asks at"
              + " the same moment gets no response, so keep it longer than clients do. Default:"
              + " 10m")
  private Duration idleClient = Duration.ofMinutes(10);

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = UnitConverters.DurationConverter.class,
      description =
          "Give up an address or a proxy that does not answer, or a TLS handshake that is not done,"
              + " after this long; a further address of the same name is then tried. Nothing that"
              + " has a connection is ended by it. Default: none but the kernel's for an address,"
              + " about two minutes")
  private @Nullable Duration connectTimeout;

  /**
   * Sets these limits.
   *
   * @throws InvalidInputException if they do not fit each other
   */
  public void applyTo(GatewayOptions.Builder options) {
    if (idleClient.compareTo(slowRequest) < 0) {
      throw new InvalidInputException("--idle-client must not be shorter than --slow-request");
    }
    options.clientTimeouts(slowRequest, idleClient);
    if (connectTimeout != null) {
      options.connectTimeout(connectTimeout);
    }
  }
}
