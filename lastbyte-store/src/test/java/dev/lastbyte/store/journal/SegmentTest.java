// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.store.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.log.RunClock;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.compact.CompactDictionary;
import dev.lastbyte.report.log.compact.CompactLog;
import dev.lastbyte.store.RunStore;
import dev.lastbyte.store.index.ParsedRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One file of the journal, whatever is done to its bytes. */
@Timeout(300)
class SegmentTest {

  private static final List<String> RUNS = List.of("first", "second", "third", "fourth");

  @TempDir Path dir;

  private Path file;
  private byte[] whole;

  @BeforeEach
  void writeSome() throws IOException {
    file = dir.resolve("segment");
    OpenSegment segment = OpenSegment.prepare(file, 64 * 1024);
    segment.append(RecordType.HEADER, SegmentHeader.ofNewSession(1).content());
    for (String run : RUNS) {
      segment.append(RecordType.ENDED, CompactLog.encode(SampleRuns.refused(run, 0)));
    }
    segment.seal();
    whole = Files.readAllBytes(file);
  }

  private SegmentSlice read(byte[] bytes, boolean isComplete) throws IOException {
    Files.write(file, bytes);
    return SegmentSlice.read(file, 0, isComplete, 1_024);
  }

  /** The runs that can be read. */
  private static List<String> runs(SegmentSlice slice) throws IOException {
    List<String> runs = new ArrayList<>();
    for (JournalRecord record : slice.records()) {
      if (record.type() != RecordType.HEADER && slice.header() != null) {
        runs.add(record.runHeader(slice.header()).run().value());
      }
    }
    return runs;
  }

  private int headBytes() {
    return OpenSegment.OVERHEAD_BYTES + ByteBuffer.wrap(whole).getInt(OpenSegment.LENGTH_AT);
  }

  /** Where the head's content says nothing that the code looks at by itself. */
  private boolean isWellInTheHead(int at) {
    return at >= 200 && at < headBytes() - 200;
  }

  @ParameterizedTest(name = "complete: {0}")
  @ValueSource(booleans = {true, false})
  void aFlippedBit_costsItsRecordOnly_andIsCounted(boolean isComplete) throws Exception {
    for (int at = headBytes(); at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << bit);
        SegmentSlice slice = read(flipped, isComplete);

        boolean inTheLast =
            at >= new String(whole, US_ASCII).indexOf("fourth") - 1 - OpenSegment.CONTENT_AT;
        assertThat(runs(slice)).as("byte %d, bit %d", at, bit).hasSize(3).isSubsetOf(RUNS);
        assertThat(slice.damaged()).isEqualTo(inTheLast && !isComplete ? 0 : 1);
        assertThat(slice.isLast()).isTrue();
      }
    }
  }

  @Test
  void aFlippedByteOfTheHead_costsTheSegment_andIsCounted() throws Exception {
    for (int at = 0; at < headBytes(); at += isWellInTheHead(at) ? 37 : 1) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x40;
      SegmentSlice slice = read(flipped, true);

      assertThat(slice.header()).isNull();
      assertThat(slice.damaged()).isEqualTo(1);
      assertThat(slice.records()).hasSameSizeAs(RUNS);
      assertThat(slice.records())
          .allMatch(record -> ParsedRecord.parse(record, null) instanceof ParsedRecord.Unreadable);
    }
  }

  @Test
  void aSegmentCutAnywhere_isReadUpToTheCut() throws Exception {
    int before = 0;
    for (int length = 0; length <= whole.length; length += isWellInTheHead(length) ? 37 : 1) {
      SegmentSlice slice = read(Arrays.copyOf(whole, length), true);
      assertThat(runs(slice)).isEqualTo(RUNS.subList(0, runs(slice).size()));
      assertThat(runs(slice)).hasSizeGreaterThanOrEqualTo(before);
      assertThat(slice.damaged()).isLessThanOrEqualTo(1);
      before = runs(slice).size();
    }
    assertThat(before).isEqualTo(4);
  }

  @Test
  void zerosBehindTheLastRecord_areNoDamage() throws Exception {
    SegmentSlice slice = read(Arrays.copyOf(whole, 2 * whole.length), true);

    assertThat(runs(slice)).isEqualTo(RUNS);
    assertThat(slice.end()).isEqualTo(whole.length);
    assertThat(slice.isLast()).isTrue();
    assertThat(slice.damaged()).isZero();
  }

  @Test
  void aRecordBeingWritten_isNotDamage_andIsReadOnceComplete() throws Exception {
    byte[] room = Arrays.copyOf(whole, 64 * 1024);
    int last = new String(whole, US_ASCII).indexOf("fourth") - 1 - OpenSegment.CONTENT_AT;
    for (int written = last; written < whole.length; written++) {
      byte[] begun = room.clone();
      Arrays.fill(begun, written, whole.length, (byte) 0);
      begun[last] = RecordType.ENDED.code();
      SegmentSlice slice = read(begun, false);
      assertThat(slice.end()).isEqualTo(last);
      assertThat(slice.isLast()).isTrue();
      assertThat(slice.damaged()).isZero();
    }
    assertThat(runs(read(room, false))).isEqualTo(RUNS);
  }

  @Test
  void theDictionary_isFound_whenReadingFromTheMiddle() throws Exception {
    SegmentSlice first = SegmentSlice.read(file, 0, true, 3);
    SegmentSlice rest = SegmentSlice.read(file, first.end(), true, 3);

    assertThat(first.isLast()).isFalse();
    assertThat(runs(rest)).containsExactly("third", "fourth");
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytes_hideNoRecordBehindThem(long seed) throws Exception {
    var random = new Random(seed);
    byte[] noise = new byte[200_000];
    random.nextBytes(noise);
    ByteBuffer bytes = ByteBuffer.allocate(noise.length + 2 * whole.length);
    bytes.put(whole).put(noise).put(whole, headBytes(), whole.length - headBytes()).flip();

    SegmentSlice slice = read(Arrays.copyOf(bytes.array(), bytes.limit()), true);

    assertThat(runs(slice)).hasSize(8);
    assertThat(slice.damaged()).isEqualTo(1);
  }

  /** Work is counted, and not time, which depends on the machine. */
  @Test
  void bytesThatLookLikeRecordsEverywhere_takeBoundedWork() throws Exception {
    byte[] bytes = Arrays.copyOf(whole, 1_000_000);
    byte[] looksLikeOne = {'E', 0, 7, 0, 0};
    for (int i = whole.length; i < bytes.length; i++) {
      bytes[i] = looksLikeOne[(i - whole.length) % looksLikeOne.length];
    }

    SegmentSlice slice = read(bytes, true);

    assertThat(runs(slice)).isEqualTo(RUNS);
    assertThat(slice.damaged()).isEqualTo(1);
    assertThat(slice.isLast()).isTrue();
    var scanner = new SegmentScanner(bytes, bytes.length, true, Integer.MAX_VALUE);
    assertThat(scanner.searchedBytes())
        .isBetween(SegmentScanner.SEARCHED_BYTES, SegmentScanner.SEARCHED_BYTES + bytes.length);
  }

  @Test
  void aRunOfALaterVersion_isStoredAsItsNdjson() throws Exception {
    String own = new String(CompactDictionary.current().line(), US_ASCII);
    byte[] later = own.replace("\"dial_failed\"", "\"dial_flunked\"").getBytes(US_ASCII);
    var head = new SegmentHeader("19c-a7", CompactDictionary.read(later));
    Segments segments = new StoreLayout(dir).segments();
    OpenSegment segment = segments.prepare(64 * 1024, 0);
    segment.append(RecordType.HEADER, head.content());
    segment.append(RecordType.STARTED, CompactLog.encode(SampleRuns.refused("lost", 0)));
    segment.append(RecordType.ENDED, CompactLog.encode(SampleRuns.refused("r", 0)));
    segment.seal();
    ParsedRecord parsed =
        ParsedRecord.parse(
            SegmentSlice.read(segments.path(1), 0, true, 9).records().getLast(), head);

    String ndjson = new String(RunLogCodec.encode(SampleRuns.refused("r", 0)), US_ASCII);
    assertThat(((ParsedRecord.Ended) parsed).ndjson())
        .asString(US_ASCII)
        .isEqualTo(ndjson.replace("dial_failed", "dial_flunked"));
    assertThat(RunStore.read(dir).newest(9)).hasSize(2);
    assertThat(RunStore.read(dir).health()).isNull();
    RunStore.open(dir, RunClock.system()).close();
  }
}
