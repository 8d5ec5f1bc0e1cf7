// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.server;

import dev.lastbyte.gateway.GatewayOptions;
import dev.lastbyte.store.RunStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * The key with which conversations are hashed, made once for each user. It lies apart from the
 * runs: a folder of runs can be given away without the means to guess at what was asked.
 */
public final class InstallationKey {

  private InstallationKey() {}

  /** The key of this user, or one for this process alone if none can be kept. */
  public static byte[] ofThisUser() {
    try {
      byte[] kept = in(folder().resolve("key"));
      return kept.length == GatewayOptions.KEY_BYTES ? kept : fresh();
    } catch (IOException | UnsupportedOperationException unusable) {
      return fresh();
    }
  }

  private static byte[] fresh() {
    byte[] key = new byte[GatewayOptions.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static Path folder() throws IOException {
    String config = System.getenv("XDG_CONFIG_HOME");
    if (config != null && !config.isEmpty()) {
      return Path.of(config, "lastbyte");
    }
    String home = System.getProperty("user.home", "");
    if (home.isEmpty() || home.equals("?")) {
      throw new IOException("this user has no home folder");
    }
    return Path.of(home, ".config", "lastbyte");
  }

  /** What the file holds; first makes it, for its owner's eyes only, if there is none. */
  static byte[] in(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return Files.readAllBytes(file);
  }

  private static void make(Path file) throws IOException {
    RunStore.createFolder(Objects.requireNonNull(file.getParent()));
    Path fresh = Files.createTempFile(file.getParent(), "key", ".new", ownersOnly("rw-------"));
    try {
      Files.write(fresh, fresh());
      // A link, not a move: of two processes at once the first one's key stays.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException another) {
      // Another process was faster; its key is as good.
    } finally {
      Files.delete(fresh);
    }
  }

  private static FileAttribute<?> ownersOnly(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
