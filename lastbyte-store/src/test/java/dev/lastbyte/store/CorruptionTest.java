// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.store.journal.OpenSegment;
import dev.lastbyte.store.journal.RecordType;
import dev.lastbyte.store.journal.SampleRuns;
import dev.lastbyte.store.journal.Segments;
import dev.lastbyte.store.journal.StoreLayout;
import dev.lastbyte.store.model.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class CorruptionTest {

  @TempDir Path dir;

  private RunStore open() throws StoreException {
    return RunStore.open(dir, RunClock.system());
  }

  private Path database() {
    return dir.resolve("lastbyte.db");
  }

  private List<Path> movedAside() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(file -> file.toString().contains(".damaged-")).toList();
    }
  }

  private static List<String> names(StoredRuns runs) throws StoreException {
    return runs.newest(1_000).stream().map(row -> row.run().value()).toList();
  }

  /** Starts and ends runs of these names, and closes the store. */
  private void store(String... runs) throws StoreException {
    try (RunStore store = open()) {
      for (String run : runs) {
        store.ended(SampleRuns.refused(run, 0));
      }
    }
  }

  private Path newestSegment() throws IOException {
    Segments segments = new StoreLayout(dir).segments();
    return segments.path(segments.numbers().last());
  }

  /** Puts other bytes in the place of some that are in a file once. */
  private static void replace(Path file, String some, byte[] others) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, US_ASCII).indexOf(some);
    assertThat(at).isNotNegative();
    System.arraycopy(others, 0, bytes, at, others.length);
    Files.write(file, bytes);
  }

  @Test
  void aFileThatIsNoDatabase_isMovedAside_andANewDatabaseBegun() throws Exception {
    byte[] damaged = "not what it was".repeat(500).getBytes(US_ASCII);
    Files.write(database(), damaged);

    try (RunStore store = open()) {
      store.ended(SampleRuns.refused("r", 0));
      assertThat(names(store.runs())).containsExactly("r");
      assertThat(store.health()).contains("the database was damaged and is now " + database());
    }

    assertThat(movedAside())
        .singleElement()
        .satisfies(file -> assertThat(file).hasBinaryContent(damaged));
    assertThat(names(RunStore.read(dir))).containsExactly("r");
  }

  @Test
  void aReader_saysWhichFileIsDamaged_andLeavesIt() throws Exception {
    Files.write(database(), "not what it was".repeat(500).getBytes(US_ASCII));

    assertThatThrownBy(() -> RunStore.read(dir))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("the database " + database() + " is damaged")
        .hasMessageContaining("moves it aside");
    assertThat(movedAside()).isEmpty();
  }

  @Test
  void damageFoundLater_losesNoRunThatTheJournalStillHolds() throws Exception {
    try (RunStore store = open()) {
      for (int i = 0; i < 400; i++) {
        store.ended(SampleRuns.refused("r" + i, i));
      }
      assertThat(store.runs().newest(1_000)).hasSize(400);
      overwriteMostPages();
      store.ended(SampleRuns.refused("r400", 400));

      assertThat(store.runs().newest(1_000)).hasSize(401);
      assertThat(store.health()).startsWith("0 records lost").contains("was damaged");
    }
    assertThat(movedAside()).isNotEmpty();
  }

  /** What the write-ahead log had is in the file before, since nobody has it open. */
  private void overwriteMostPages() throws IOException {
    byte[] bytes = Files.readAllBytes(database());
    int page = 8192;
    Arrays.fill(bytes, 4 * page, bytes.length - page, (byte) 0x5a);
    Files.write(database(), bytes);
  }

  @Test
  void aDamagedRecord_isCounted_andTheRestRead() throws Exception {
    store("first", "second", "third");
    replace(newestSegment(), "second", "s3cond".getBytes(US_ASCII));

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactlyInAnyOrder("first", "third");
    assertThat(runs.health()).startsWith("1 records lost").contains("is damaged");
  }

  @Test
  void aHoleInARecord_isCounted_andTheRestRead() throws Exception {
    store("first", "second", "third");
    replace(newestSegment(), "second", new byte[20]);

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactlyInAnyOrder("first", "third");
    assertThat(runs.health()).startsWith("1 records lost").contains("is damaged");
  }

  @Test
  void aHoleInTheLastRecord_mayStillBeFilled_untilTheNextWriterBegins() throws Exception {
    store("first", "second");
    replace(newestSegment(), "second", new byte[20]);
    StoredRuns before = RunStore.read(dir);
    assertThat(names(before)).containsExactly("first");
    assertThat(before.health()).isNull();
    store("third");

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactlyInAnyOrder("first", "third");
    assertThat(runs.health()).startsWith("1 records lost").contains("is damaged");
  }

  @Test
  void aRecordWithoutItsFirstByte_hidesNothingBehindIt_andIsCounted() throws Exception {
    store("first", "second", "third");
    clearFirstByteOf("second");
    store("fourth");

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactlyInAnyOrder("first", "third", "fourth");
    assertThat(runs.health()).startsWith("1 records lost").contains("is damaged");
  }

  @Test
  void aSegmentWithoutBothOfItsHeads_isCounted_notGuessed() throws Exception {
    store("first", "second");
    replace(newestSegment(), "\"vantages\"", "\"v@ntages\"".getBytes(US_ASCII));
    replace(newestSegment(), "\"vantages\"", "\"v@ntages\"".getBytes(US_ASCII));
    store("third");

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactly("third");
    assertThat(runs.health()).startsWith("3 records lost").contains("is damaged");
  }

  /** Each byte of what tells where the head ends, and some of its content. */
  @Test
  void oneChangedByteInTheHead_losesNoRun() throws Exception {
    store("first", "second");
    Path segment = newestSegment();
    byte[] whole = Files.readAllBytes(segment);
    int headBytes = new String(whole, US_ASCII).indexOf("\"vantages\"");
    var random = new Random(14);
    int[] places =
        IntStream.concat(IntStream.range(0, 24), random.ints(24, 24, headBytes)).toArray();

    for (int place : places) {
      byte[] changed = whole.clone();
      changed[place] = place % 2 == 0 ? 0 : (byte) (changed[place] ^ (1 << random.nextInt(7)));
      Files.write(segment, changed);
      Files.deleteIfExists(database());

      StoredRuns runs = RunStore.read(dir);
      assertThat(names(runs)).as("byte %d", place).containsExactlyInAnyOrder("first", "second");
    }
  }

  @Test
  void aHeadWithoutItsFirstByte_isNotTakenForAnUnusedFile_byTheNextWriter() throws Exception {
    store("first", "second");
    byte[] bytes = Files.readAllBytes(newestSegment());
    bytes[0] = 0;
    Files.write(newestSegment(), bytes);
    store("third");

    assertThat(names(RunStore.read(dir))).containsExactlyInAnyOrder("first", "second", "third");
  }

  @Test
  void aHalfWrittenLastRecord_isIgnored_andTheNextWritersRecordsAreRead() throws Exception {
    store("whole", "cut");
    byte[] bytes = Files.readAllBytes(newestSegment());
    Files.write(newestSegment(), Arrays.copyOf(bytes, bytes.length - 10));
    assertThat(names(RunStore.read(dir))).containsExactly("whole");
    store("next");

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactlyInAnyOrder("whole", "next");
    assertThat(runs.health()).startsWith("1 records lost");
  }

  @Test
  void aLastRecordWithoutItsFirstByte_isIgnored() throws Exception {
    store("whole", "begun");
    clearFirstByteOf("begun");
    store("next");

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactlyInAnyOrder("whole", "next");
    assertThat(runs.health()).isNull();
  }

  /** A log begins with the length of the run's id, and the id. */
  private void clearFirstByteOf(String run) throws IOException {
    byte[] bytes = Files.readAllBytes(newestSegment());
    int at = new String(bytes, US_ASCII).indexOf(run) - 1 - OpenSegment.CONTENT_AT;
    assertThat(bytes[at]).isEqualTo(RecordType.ENDED.code());
    bytes[at] = 0;
    Files.write(newestSegment(), bytes);
  }

  @Test
  void aJournalOfVersion1_isRefused_andSaysWhatToDo() throws Exception {
    Path segment = new StoreLayout(dir).segments().path(1);
    Files.createDirectories(segment.getParent());
    Files.writeString(
        segment, "H{\"lastbyte_segment\":1,\"session\":\"19c-a7\"}\n\u001eE{\"lastbyte\":1}");

    assertThat(RunStore.read(dir).health())
        .contains("the journal has version 1, and this Lastbyte knows 2")
        .contains("with the Lastbyte that wrote it, or move the folder \"journal\" away");
  }

  @Test
  void aJournalOfALaterVersion_isRefused_andSaysWhatToDo() throws Exception {
    store("first");
    byte[] later =
        "{\"lastbyte_segment\":3,\"session\":\"19c-a7\",\"more\":1}\n".getBytes(US_ASCII);
    OpenSegment segment = new StoreLayout(dir).segments().prepare(1_000, 0);
    segment.append(RecordType.HEADER, later);
    segment.seal();

    StoredRuns runs = RunStore.read(dir);

    assertThat(names(runs)).containsExactly("first");
    assertThat(runs.health()).contains("the journal has version 3, and this Lastbyte knows 2");
  }

  @Test
  void aDeletedDatabase_isRebuilt_fromWhatTheJournalStillHolds() throws Exception {
    store("r");
    assertThat(names(RunStore.read(dir))).containsExactly("r");
    Files.delete(database());

    assertThat(names(RunStore.read(dir))).containsExactly("r");
  }

  @Test
  void aReplacedJournal_isReadFromItsBeginning() throws Exception {
    store("old-1", "old-2", "old-3");
    RunStore.read(dir);
    for (long number : new StoreLayout(dir).segments().numbers()) {
      Files.delete(new StoreLayout(dir).segments().path(number));
    }
    store("new-1", "new-2", "new-3", "new-4");

    assertThat(names(RunStore.read(dir))).hasSize(7).contains("new-1", "old-1");
  }

  @Test
  void aStartReadAgain_doesNotMarkAStoredRunLost() throws Exception {
    store("r");
    RunStore.read(dir);
    try (RunStore store = open()) {
      store.started(SampleRuns.started("r", 0));
    }

    assertThat(RunStore.read(dir).find("r"))
        .isEqualTo(new Lookup.Found(SampleRuns.refused("r", 0)));
  }
}
