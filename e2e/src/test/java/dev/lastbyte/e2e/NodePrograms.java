// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The clients in JavaScript, installed once with exactly the packages of the lock file. */
final class NodePrograms {

  private static final Path SOURCES = Path.of("src", "test", "node").toAbsolutePath();
  private static final Path HOME = Path.of("target", "node").toAbsolutePath();

  private NodePrograms() {}

  /** Runs a script; gives the one object that it prints. */
  static Json run(String script, String... args) throws IOException, InterruptedException {
    List<Json> printed = lines(script, List.of(args));
    if (printed.size() != 1) {
      throw new IOException(script + " must print one line, but: " + printed);
    }
    return printed.getFirst();
  }

  /** Runs a script; gives every object that it prints. */
  static List<Json> lines(String script, List<String> args)
      throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(args);
    Program.Ended ended = Program.start(HOME, command).end();
    if (ended.exit() != 0) {
      throw new IOException(script + " failed: " + ended);
    }
    return ended.objects();
  }

  private static synchronized void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    boolean isInstalled = isSame("package-lock.json") && Files.exists(HOME.resolve("installed"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!isInstalled) {
      npmCi();
    }
  }

  private static boolean isSame(String name) throws IOException {
    Path installed = HOME.resolve(name);
    return Files.exists(installed) && Files.mismatch(installed, SOURCES.resolve(name)) < 0;
  }

  private static void npmCi() throws IOException, InterruptedException {
    Files.deleteIfExists(HOME.resolve("installed"));
    Program.Ended npm =
        Program.start(HOME, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"))
            .end();
    if (npm.exit() != 0) {
      throw new IOException("npm ci failed: " + npm);
    }
    Files.createFile(HOME.resolve("installed"));
  }
}
