// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import dev.lastbyte.gateway.HttpProxy;
import dev.lastbyte.gateway.ProxyRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say how providers are reached: as curl has them, and by default as curl does.
 */
final class ProxyOptions {

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = {
        "Reach providers through http://[user:password@]host[:port].",
        "Default: $HTTPS_PROXY for https, $HTTP_PROXY for http"
      })
  private @Nullable String proxy;

  @Option(
      names = "--no-proxy",
      paramLabel = "HOST,...",
      description = {
        "Hosts that are reached without, with all below them; * for all. This machine always is.",
        "Default: $NO_PROXY"
      })
  private @Nullable String direct;

  /**
   * What the command line says, and the environment where it says nothing.
   *
   * @throws IllegalArgumentException if a proxy cannot be read; the message repeats none of it
   */
  ProxyRules rules() {
    ProxyRules environment = ProxyRules.from(System::getenv);
    ProxyRules rules = proxy == null ? environment : environment.replacedBy(HttpProxy.parse(proxy));
    return direct == null ? rules : rules.except(direct);
  }
}
