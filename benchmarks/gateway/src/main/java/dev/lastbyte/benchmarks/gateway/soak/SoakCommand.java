// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.benchmarks.gateway.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command {@code benchmarks/gateway/soak}. */
public final class SoakCommand {

  private static final long ENDS_WITHIN_SECONDS = 120;

  private SoakCommand() {}

  /**
   * Runs it; on Ctrl-C, tells what was measured until then. Exits with 1 if a run was lost, told
   * twice or told wrongly, or if something leaks.
   *
   * @param args the home of the project, and what {@link SoakOptions#USAGE} tells
   */
  public static void main(String[] args) {
    try {
      SoakOptions options = SoakOptions.of(List.of(args).subList(1, args.length));
      System.exit(run(Path.of(args[0]), options) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + SoakOptions.USAGE);
      System.exit(2);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("benchmarks/gateway/soak: " + e.getMessage());
      System.exit(1);
    }
  }

  private static boolean run(Path home, SoakOptions options) throws IOException {
    Path dir = Files.createTempDirectory("lastbyte-soak");
    var told = new CountDownLatch(1);
    boolean fine = false;
    try (var soak = new Soak(home, dir, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(soak, told)));
      SoakReport report = soak.run();
      System.out.print(report.text());
      if (options.json()) {
        System.out.println(report.json());
      }
      fine = report.isFine();
      return fine;
    } finally {
      if (fine) {
        delete(dir);
      } else {
        System.err.println("what was recorded stays in " + dir);
      }
      told.countDown();
    }
  }

  private static void interrupt(Soak soak, CountDownLatch told) {
    soak.interrupt();
    try {
      told.await(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path dir) throws IOException {
    try (java.util.stream.Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
