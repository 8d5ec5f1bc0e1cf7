// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts in a folder where nothing is built; in the place of Maven stands what a test gives.
 */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class LauncherTest {

  private static final List<String> SCRIPTS = List.of("lastbyte", "build", "build-jdk.sh");

  /** What the scripts call, but for Maven and Java. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "tail",
          "tee",
          "touch");

  @TempDir private Path folder;
  private Path tools;

  @BeforeEach
  void copyScripts() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String script : SCRIPTS) {
      Files.copy(Path.of("..").resolve(script), folder.resolve(script));
    }
    for (String tool : TOOLS) {
      Path real = Path.of("/usr/bin").resolve(tool);
      Path found = Files.exists(real) ? real : Path.of("/bin").resolve(tool);
      Files.createSymbolicLink(tools.resolve(tool), found);
    }
  }

  private void giveMaven(String script) throws IOException {
    Path maven = Files.writeString(tools.resolve("mvn"), "#!/usr/bin/env bash\n" + script);
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
  }

  private Process start(String... command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", tools.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String err(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), UTF_8);
  }

  @Test
  void withoutAHome_theBuildStarts() throws Exception {
    giveMaven("echo maven was called >&2\n");
    Process build = start("./build", "validate");

    assertThat(err(build)).isEqualTo("maven was called\n");
    assertThat(build.waitFor()).isZero();
  }

  @Test
  void withoutMaven_bothScriptsNameTheVersionThatIsNeeded() throws Exception {
    for (String script : List.of("./build", "./lastbyte")) {
      Process process = start(script);

      assertThat(err(process).lines()).singleElement().asString().contains("Maven", "3.8.7");
      assertThat(process.waitFor()).isNotZero();
    }
  }

  @Test
  void aFolderThatCannotBeWritten_isOneLine_andExit2() throws Exception {
    giveMaven("exit 1\n");
    Path module = Files.createDirectory(folder.resolve("lastbyte-cli"));
    Files.writeString(module.resolve("target"), "a file where the folder should be");
    Process process = start("./lastbyte", "runs");

    assertThat(err(process).lines()).singleElement().asString().contains("cannot be written");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void ofTwoFirstStartsAtOnce_oneBuilds_andTheOtherSaysThatItWaits() throws Exception {
    assumeTrue(Files.exists(tools.resolve("flock")));
    Path called = folder.resolve("called");
    Path gate = folder.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    giveMaven("echo called >> '%s'; cat '%s'%n".formatted(called, gate));

    Process first = start("./lastbyte", "runs");
    String building = first.errorReader(UTF_8).readLine();
    Process second = start("./lastbyte", "runs");
    String waiting = second.errorReader(UTF_8).readLine();
    Files.writeString(gate, "");
    first.waitFor();
    second.waitFor();

    assertThat(building).contains("building");
    assertThat(waiting).contains("another process is building; waiting");
    assertThat(called).hasContent("called");
  }
}
