// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.gateway.GatewayOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTest {

  @TempDir private Path folder;

  @Test
  void aKeyIsMadeOnce_readableByItsOwnerOnly() throws Exception {
    Path file = folder.resolve("config").resolve("key");

    byte[] first = InstallationKey.in(file);

    assertThat(first).hasSize(GatewayOptions.KEY_BYTES);
    assertThat(InstallationKey.in(file)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("config").toFile().list()).containsExactly("key");
  }
}
