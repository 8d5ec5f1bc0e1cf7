// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.options;

import dev.lastbyte.cli.text.InvalidInputException;
import dev.lastbyte.gateway.GatewayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a gateway lets clients in. */
public final class ListenOptions {

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Speak TLS to clients with this certificate (PEM, those that signed it behind it).")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Its private key (PEM, PKCS#8, without a password).")
  private @Nullable Path key;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Serve only who sends the token in this file, as x-lastbyte-token or as the password of a"
              + " Basic proxy-authorization. It is not passed on. Needed, as TLS is, to listen on"
              + " an address that others can reach.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "A further name by which the gateway's own pages may be asked for; may be given again.")
  private Set<String> hosts = new HashSet<>();

  public boolean tls() {
    return certificate != null;
  }

  /**
   * Sets how clients are let in.
   *
   * @throws InvalidInputException if the files do not go together, or one cannot be read
   * @throws IllegalArgumentException if others than this machine can reach the address, and there
   *     is no TLS or no token
   */
  public void applyTo(GatewayOptions.Builder options) {
    options.allowedHosts(hosts);
    if (certificate != null && key != null) {
      options.tls(certificate, key);
    } else if (certificate != null || key != null) {
      throw new InvalidInputException("--tls-cert and --tls-key go together");
    }
    if (tokenFile != null) {
      options.accessToken(token(tokenFile));
    }
    options.build().requireProtected();
  }

  private static String token(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new InvalidInputException("--token-file " + file + " is not a file that can be read");
    }
  }
}
