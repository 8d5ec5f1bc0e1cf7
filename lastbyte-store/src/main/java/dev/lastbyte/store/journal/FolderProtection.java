// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Closes a folder of runs, and the files in it, to other users of the machine: an earlier version
 * left them as the umask had it. Links are left alone, since what they lead to is not of the store;
 * so is a folder that holds other things too, such as the current one, since those may be meant for
 * others. The store's own files in it are closed all the same.
 */
public final class FolderProtection {

  private static final String OWN_FILES = "lastbyte.";
  private static final String AUTHORITY = "harness-ca.pem";

  private static final int STICKY = 01000;

  private FolderProtection() {}

  /** A line that says what was open to others and no longer is; none if nothing was. */
  public static List<String> apply(StoreLayout layout) {
    try {
      long tightened = tighten(layout);
      return tightened == 0 ? List.of() : List.of(line(layout, tightened));
    } catch (IOException e) {
      return List.of(
          "other users of this machine may be able to read %s: its permissions cannot be changed (%s)"
              .formatted(layout.dir(), e.getMessage()));
    }
  }

  private static String line(StoreLayout layout, long tightened) {
    return "the folder %s was open to other users of this machine; it and what it holds are now closed to them (%d permissions changed)"
        .formatted(layout.dir(), tightened);
  }

  private static long tighten(StoreLayout layout) throws IOException {
    Path dir = layout.dir();
    Path journal = layout.segments().dir();
    List<Path> all = entries(dir);
    long changed = 0;
    if (all.stream().allMatch(FolderProtection::isOwn) && !isSticky(dir)) {
      changed += PrivateFiles.tightenFolder(dir) ? 1 : 0;
    }
    if (Files.isDirectory(journal, LinkOption.NOFOLLOW_LINKS)) {
      changed += PrivateFiles.tightenFolder(journal) ? 1 : 0;
      changed += tightenFiles(entries(journal));
    }
    return changed + tightenFiles(all.stream().filter(FolderProtection::isOwn).toList());
  }

  private static long tightenFiles(List<Path> files) throws IOException {
    long changed = 0;
    for (Path file : files) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        changed += PrivateFiles.tightenFile(file) ? 1 : 0;
      }
    }
    return changed;
  }

  private static boolean isOwn(Path entry) {
    String name = entry.getFileName().toString();
    return name.startsWith(OWN_FILES)
        || name.equals(AUTHORITY)
        || (name.equals(StoreLayout.JOURNAL) && Files.isDirectory(entry));
  }

  /** A folder that the system shares among its users, such as the one for temporary files. */
  private static boolean isSticky(Path dir) throws IOException {
    return dir.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((int) Files.getAttribute(dir, "unix:mode") & STICKY) != 0;
  }

  private static List<Path> entries(Path dir) throws IOException {
    try (Stream<Path> entries = Files.list(dir)) {
      return entries.toList();
    }
  }
}
