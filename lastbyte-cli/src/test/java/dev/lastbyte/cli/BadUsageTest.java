// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.cli.text.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line on standard error that names what was given and what would be right. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class BadUsageTest {

  @TempDir private Path folder;

  @Test
  void withoutACommand_thereIsHelp() {
    CommandResult session = CommandResult.of();

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("Commands:").contains("Examples:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "gateway",
        "run",
        "connect",
        "runs",
        "show",
        "diagnose",
        "explain",
        "rules",
        "backtest",
        "scoreboard",
        "harness"
      })
  void everyCommand_hasHelpWithExamples(String command) {
    CommandResult session = CommandResult.of(command, "--help");

    assertThat(session.exit()).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("Usage: lastbyte " + command).contains("Examples:");
  }

  @Test
  void versionOption_printsTheBuildVersion() {
    assertThat(CommandResult.of("--version").out()).matches("lastbyte \\d+\\.\\d+\\.\\d+\\R");
  }

  @Test
  void anUnknownCommand() {
    assertComplaint(CommandResult.of("frob"), "frob", "--help");
  }

  @Test
  void aMistypedCommandOrOption_isGuessed() {
    assertComplaint(CommandResult.of("shwo"), "did you mean show?", "--help");
    assertComplaint(CommandResult.of("runs", "--lmit", "3"), "did you mean --limit?", "--help");
    assertComplaint(CommandResult.of("harness", "lst"), "did you mean list?", "--help");
    assertThat(CommandResult.of("something-else").err()).doesNotContain("did you mean");
  }

  @Test
  void help_isACommandToo() {
    assertThat(CommandResult.of("help").out()).contains("Commands:");
    assertThat(CommandResult.of("help", "runs").out()).contains("Usage: lastbyte runs");
  }

  @Test
  void noAttemptsToRecover() {
    assertComplaint(
        CommandResult.of("gateway", "--recover=0", "--data", data()), "--recover", "at least 1");
  }

  @Test
  void whatIsNoFileToDiagnose() throws IOException {
    assertComplaint(CommandResult.of("diagnose", "-"), "standard input", "--from events");
    assertComplaint(
        CommandResult.of("diagnose", "--from", "events", data()),
        data(),
        "is a folder; give files");
    Path text = Files.writeString(folder.resolve("crash.log"), "Error: terminated");
    assertComplaint(
        CommandResult.of("diagnose", text.toString()), "is not JSON", "lastbyte explain --file");
  }

  @Test
  void theScoreboardsHelp_hasNoWarningOfALibrary() {
    assertThat(CommandResult.of("scoreboard", "--help").out()).contains("99 % of the rows");
  }

  @Test
  void aPortInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      assertComplaint(
          CommandResult.of("gateway", "--listen", address, "--data", folder.toString()),
          address,
          "in use");
      assertComplaint(CommandResult.of("harness", "serve", "--listen", address), address, "in use");
    }
  }

  @Test
  void anIdleTimeoutShorterThanTheRequestTimeout_isRefused() {
    assertComplaint(
        CommandResult.of("gateway", "--idle-client", "5s", "--data", folder.toString()),
        "--idle-client",
        "--slow-request");
    assertComplaint(CommandResult.of("gateway", "--slow-request", "0s"), "--slow-request", "0s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7077", "127.0.0.1:", "127.0.0.1:99999", ":7077", "127.0.0.1:x"})
  void anInvalidAddress_isRefused(String given) {
    assertComplaint(CommandResult.of("gateway", "--listen", given), given, "HOST:PORT");
  }

  @Test
  void aPublicAddressWithoutProtection_isRefused() {
    assertComplaint(CommandResult.of("gateway", "--listen", "0.0.0.0:0"), "0.0.0.0:0", "loopback");
  }

  @Test
  void aCertificateWithoutItsKey() {
    assertComplaint(CommandResult.of("gateway", "--tls-cert", "c.pem"), "--tls-cert", "--tls-key");
  }

  @Test
  void aTokenThatCannotBeRead() {
    assertComplaint(
        CommandResult.of("gateway", "--token-file", "no-such"), "--token-file", "no-such");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"local", "local=", "local=ftp://127.0.0.1", "local=http://", "A!=http://a"})
  void anInvalidUpstream_isRefused(String given) {
    CommandResult session =
        CommandResult.of(
            "gateway", "--listen", "127.0.0.1:0", "--upstream", given, "--data", data());

    assertComplaint(session, "upstream", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://u:secret@p", "socks5://u:secret@p", "http://u:secret@"})
  void aProxyThatCannotBeUsed_isNamedWithoutItsPassword(String given) {
    CommandResult session = CommandResult.of("gateway", "--proxy", given, "--data", data());

    assertComplaint(session, "proxy", "http://");
    assertThat(session.err()).doesNotContain("secret");
  }

  @Test
  void aProxyThatLeadsNowhere_orTwice() {
    assertComplaint(
        CommandResult.of("gateway", "--proxy", "nobody=http://p:1", "--data", data()),
        "--proxy nobody=",
        "ollama");
    assertComplaint(
        CommandResult.of(
            "gateway", "--proxy", "http://p:1", "--proxy", "http://q:1", "--data", data()),
        "--proxy",
        "once");
  }

  @Test
  void anInvalidConnectTimeout_isRefused() {
    assertComplaint(
        CommandResult.of("gateway", "--connect-timeout", "0s", "--data", data()), "connect", "");
  }

  @Test
  void aFileInsteadOfADataFolder_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertComplaint(
        CommandResult.of("gateway", "--listen", "127.0.0.1:0", "--data", file.toString()),
        file.toString(),
        "--data DIR");
  }

  @Test
  void aFolderWithoutRuns() {
    assertComplaint(CommandResult.of("runs", "--data", data()), data(), "--data DIR");
    assertComplaint(CommandResult.of("show", "last", "--data", data()), data(), "--data DIR");
  }

  @Test
  void aLimitBelowOne() {
    assertComplaint(CommandResult.of("runs", "--limit", "0"), "--limit", "at least 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "d", "0d", "30x", "30 d"})
  void anInvalidAge_isRefused(String given) {
    assertComplaint(CommandResult.of("gateway", "--keep", given), given, "for example 30d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2GiB", "0GB"})
  void anInvalidSize_isRefused(String given) {
    assertComplaint(
        CommandResult.of("runs", "prune", "--keep-size", given), given, "for example 2GB");
  }

  @Test
  void pruningWithoutABound_isRefused() {
    assertComplaint(
        CommandResult.of("runs", "prune", "--data", data()), "--keep AGE", "--keep-size");
  }

  @Test
  void anUnknownClient_isRefused() {
    assertComplaint(CommandResult.of("connect", "frob"), "frob", "codex, claude, opencode");
  }

  @Test
  void aRunWithoutACommand() {
    assertComplaint(CommandResult.of("run"), "COMMAND", "--help");
  }

  private String data() {
    return folder.toString();
  }

  private static void assertComplaint(CommandResult session, String given, String right) {
    assertThat(session.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(session.err()).startsWith("lastbyte: ").contains(given, right).hasLineCount(1);
    assertThat(session.out()).isEmpty();
  }
}
