// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An upstream whose name does not resolve, as without a network. */
@Timeout(300)
class UnknownHostTest {

  private static final String UPSTREAM = "http://no-such-host.invalid";

  @TempDir private Path folder;

  @Test
  void theCommandIsRun_andTheHostWarnedOf_andARequestToItGets502() throws Exception {
    try (var run = RunProcess.bash(folder, false, UPSTREAM, "ask; exec cat >/dev/null")) {
      assertThat(run.out().readLine()).contains("502");
      assertThat(run.errLineWith("no address is known"))
          .contains("no-such-host.invalid", "check its spelling");
      run.closeInput();

      assertThat(run.restOfErr()).contains("net.dns_not_found@resolve/network");
      assertThat(run.waitFor()).isZero();
    }
  }

  @Test
  void aCommandThatDoesNotUseIt_isNotDisturbed() {
    CommandResult run =
        CommandResult.of(
            "run", "--data", folder.toString(), "--upstream", "x=" + UPSTREAM, "--", "true");

    assertThat(run.exit()).isZero();
  }
}
