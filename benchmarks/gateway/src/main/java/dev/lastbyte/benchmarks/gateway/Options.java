// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the person at the keyboard wants.
 *
 * @param json one object of results at the end of standard output
 * @param profile where our gateway's CPU time goes, instead of a comparison
 * @param bare also a relay that looks at nothing, on our gateway's transport
 * @param before another checkout of this project whose gateway is measured too, or null
 * @param only the proxies to be measured; empty for all
 */
record Options(
    boolean json,
    boolean profile,
    boolean bare,
    @Nullable Path before,
    Size size,
    Set<String> only) {

  static final String USAGE =
      """
      Usage: benchmarks/gateway/run [--quick] [--json] [--only NAME,...] [--profile]
                                    [--bare] [--before DIR] [--install] [--priority]
        --quick      about a minute and a half instead of four
        --json       the results once more as one JSON object, the last line of the output
        --only       some of nginx, haproxy, lastbyte, mitmproxy, portkey
        --profile    where the CPU time of our gateway goes, by thread and by method
        --bare       also a relay on the gateway's transport that looks at nothing
        --before     also the gateway of another checkout, such as the commit before a change
        --install    first installs nginx, haproxy and mitmproxy with apt-get, as root
        --priority   goes before other work on this machine, as root\
      """;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a line for people if it cannot be understood
   */
  static Options of(List<String> args) {
    boolean json = false;
    boolean profile = false;
    boolean bare = false;
    Path before = null;
    Size size = Size.FULL;
    Set<String> only = Set.of();
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--json" -> json = true;
        case "--quick" -> size = Size.QUICK;
        case "--profile" -> {
          profile = true;
          size = Size.PROFILE;
        }
        case "--bare" -> bare = true;
        case "--before" -> before = checkout(after(args, i++));
        case "--only" -> only = Set.of(after(args, i++).split(","));
        default -> throw new IllegalArgumentException("unknown: " + args.get(i));
      }
    }
    return new Options(json, profile, bare, before, size, only);
  }

  boolean wants(Peer peer) {
    return only.isEmpty() || only.contains(peer.name());
  }

  private static Path checkout(String dir) {
    Path home = Path.of(dir).toAbsolutePath();
    if (!Files.isExecutable(home.resolve("lastbyte"))) {
      throw new IllegalArgumentException("--before wants a checkout of this project, not " + dir);
    }
    return home;
  }

  private static String after(List<String> args, int i) {
    if (i + 1 == args.size()) {
      throw new IllegalArgumentException(args.get(i) + " needs a value");
    }
    return args.get(i + 1);
  }
}
