// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.gateway.HttpProxy;
import dev.lastbyte.gateway.ProxyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say how providers are reached: as curl has them, and by default as curl does.
 */
public final class ProxyOptions {

  /** Without a scheme it could be a login, which may have such a sign in it. */
  private static final Pattern OF_ONE = Pattern.compile("([a-z0-9._-]+)=([A-Za-z0-9+.-]+://.*)");

  @Option(
      names = "--proxy",
      paramLabel = "[NAME=]URL",
      description =
          "Reach providers through http://[user:password@]host[:port]; with a NAME only the"
              + " upstream of that name, wherever it is, also on this machine. May be given again"
              + " with other names. Default: $HTTPS_PROXY for https, $HTTP_PROXY for http")
  private List<String> proxies = new ArrayList<>();

  @Option(
      names = "--no-proxy",
      paramLabel = "HOST,...",
      description =
          "Hosts that are reached without, with all below them; * for all. This machine always is,"
              + " and an upstream with a proxy of its own never. Default: $NO_PROXY")
  private @Nullable String noProxy;

  /**
   * What the command line says, and the environment where it says nothing.
   *
   * @throws IllegalArgumentException if a proxy cannot be read; the message repeats none of it
   * @throws InvalidInputException if one is given twice
   */
  public ProxyRules rules() {
    ProxyRules rules = ProxyRules.fromEnvironment(System::getenv);
    boolean general = false;
    for (String given : proxies) {
      Matcher ofOne = OF_ONE.matcher(given);
      if (ofOne.matches()) {
        requireOnce(rules.upstreamsWithProxy().contains(ofOne.group(1)));
        rules = rules.withProxyFor(ofOne.group(1), HttpProxy.parse(ofOne.group(2)));
      } else {
        requireOnce(general);
        general = true;
        rules = rules.withProxy(HttpProxy.parse(given));
      }
    }
    return noProxy == null ? rules : rules.withoutProxyFor(noProxy);
  }

  private static void requireOnce(boolean again) {
    if (again) {
      throw new InvalidInputException(
          "--proxy may be given once for all upstreams, and once for each of them");
    }
  }
}
