// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Makes folders (0700) and files (0600) that only their owner can read, whatever the umask. Where
 * the system knows no such permissions, its own rules stand. Thread-safe.
 */
public final class PrivateFiles {

  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /** Makes a folder, unless there is one; the folders above it as the umask has them. */
  public static void createFolder(Path dir) throws IOException {
    if (Files.isDirectory(dir)) {
      return;
    }
    Path absolute = dir.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNullElse(absolute.getParent(), absolute));
    try {
      Files.createDirectory(dir, attributes(FOLDER));
      restrict(dir, FOLDER);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(dir)) {
        throw e;
      }
    }
  }

  /** Makes an empty file, unless there is one. */
  public static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(FILE));
      restrict(file, FILE);
    } catch (FileAlreadyExistsException e) {
      // It is tightened when its folder is opened.
    }
  }

  /** Makes a file that is not there yet, and opens it. */
  static FileChannel openNew(Path file) throws IOException {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileChannel channel = FileChannel.open(file, options, attributes(FILE));
    restrict(file, FILE);
    return channel;
  }

  /** Whether others than the owner had any right to that folder, which they lose. */
  static boolean tightenFolder(Path dir) throws IOException {
    return tighten(dir, FOLDER);
  }

  /** Whether others than the owner had any right to that file, which they lose. */
  static boolean tightenFile(Path file) throws IOException {
    return tighten(file, FILE);
  }

  private static boolean tighten(Path path, String permissions) throws IOException {
    if (!POSIX || !isOpenToOthers(path)) {
      return false;
    }
    restrict(path, permissions);
    return true;
  }

  private static boolean isOpenToOthers(Path path) throws IOException {
    String now = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, NOFOLLOW_LINKS));
    return !now.endsWith("------");
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
