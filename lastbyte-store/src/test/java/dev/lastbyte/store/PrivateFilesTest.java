// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {

  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  @TempDir Path temp;

  private Path data() {
    return temp.resolve("made").resolve("data");
  }

  @Test
  void allThatIsMade_isClosedToOthers_evenWithoutAUmask() throws Exception {
    try (ChildJvm writer =
            ChildJvm.runWithUmask("000", EndedRunWriterMain.class, data().toString());
        ChildJvm reader = ChildJvm.runWithUmask("000", ReaderMain.class, data().toString())) {
      writer.awaitLine("ended");
      reader.closeInput();
      assertThat(reader.awaitLine("runs")).isEqualTo("1");

      Map<String, String> permissions = permissions(data());
      assertThat(permissions).containsKeys("", "journal", "lastbyte.db", "lastbyte.lock");
      assertOwnersOnly(permissions);
    }
  }

  @Test
  void aFolderOpenToOthers_isClosed_byWriterAndReader_whichSaySoOnce() throws Exception {
    Path dir = Files.createDirectory(temp.resolve("old"));
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      store.ended(SampleRuns.refused("r", 0));
      assertThat(store.runs().newest(1)).hasSize(1);
    }
    openToAll(dir);

    assertThat(RunStore.read(dir).notices()).singleElement().asString().contains("now closed");
    assertOwnersOnly(permissions(dir));
    assertThat(RunStore.read(dir).notices()).isEmpty();

    openToAll(dir);
    try (RunStore store = RunStore.open(dir, RunClock.system())) {
      assertThat(store.notices()).singleElement().asString().contains(dir.toString());
      assertOwnersOnly(permissions(dir));
      assertThat(store.health()).isNull();
    }
  }

  @Test
  void aFolderThatHoldsOtherThings_staysOpen_andOnlyTheRunsInItAreClosed() throws Exception {
    Path shared = Files.createDirectory(temp.resolve("shared"));
    Path other = Files.writeString(shared.resolve("other.txt"), "for all");
    openToAll(shared);

    try (RunStore store = RunStore.open(shared, RunClock.system())) {
      store.ended(SampleRuns.refused("r", 0));

      assertThat(permission(shared)).isEqualTo("rwxrwxrwx");
      assertThat(permission(other)).isEqualTo("rwxrwxrwx");
      assertThat(permission(shared.resolve("journal"))).isEqualTo(FOLDER);
      assertThat(permission(shared.resolve("lastbyte.lock"))).isEqualTo(FILE);
    }
  }

  @Test
  void whatALinkLeadsTo_keepsItsPermissions() throws Exception {
    Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "not of the store");
    openToAll(elsewhere);
    Path dir = Files.createDirectory(temp.resolve("data"));
    Files.createSymbolicLink(dir.resolve("lastbyte.lock"), elsewhere);

    RunStore.open(dir, RunClock.system()).close();

    assertThat(permission(elsewhere)).isEqualTo("rwxrwxrwx");
  }

  private static void assertOwnersOnly(Map<String, String> permissions) {
    assertThat(permissions)
        .allSatisfy((name, now) ->
            assertThat(now).as(name).isEqualTo(name.matches("|journal") ? FOLDER : FILE));
  }

  private static void openToAll(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  private static Map<String, String> permissions(Path root) throws IOException {
    Map<String, String> permissions = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        permissions.put(root.relativize(path).toString(), permission(path));
      }
    }
    return permissions;
  }

  private static String permission(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
