// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.awsframe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.wire.AwsFrames;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameScannerTest {

  private static final byte[] NOTHING = {};

  private static final class Seen implements FrameSink {
    private final List<String> frames = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void payload(byte[] bytes, int from, int to) {
      text.append(new String(bytes, from, to - from, UTF_8));
    }

    @Override
    public void errorMessage(byte[] bytes, int from, int to) {
      text.append(new String(bytes, from, to - from, UTF_8));
    }

    @Override
    public void frame(FrameHeaders headers, long bytes) {
      String word = new String(headers.word(), 0, headers.wordLength(), UTF_8);
      frames.add(headers.messageType() + " " + word + " " + text + " " + bytes);
      text.setLength(0);
    }

    @Override
    public void broken() {
      frames.add("broken");
    }
  }

  private static List<String> scan(byte[]... frames) {
    var seen = new Seen();
    byte[] bytes = AwsFrames.joined(frames);
    new FrameScanner(seen).feed(bytes, 0, bytes.length);
    return seen.frames;
  }

  @Test
  void frames_areToldApart_whateverTheSplit() {
    byte[] bytes =
        AwsFrames.joined(
            AwsFrames.event("first", "{}"),
            AwsFrames.frame(NOTHING, NOTHING),
            AwsFrames.frame(
                AwsFrames.headers(":error-message", "why", ":message-type", "error"), NOTHING));
    List<String> whole = scan(bytes);

    assertThat(whole).containsExactly("EVENT first {} 93", "EVENT   16", "ERROR  why 59");
    for (int split = 0; split <= bytes.length; split++) {
      var seen = new Seen();
      var scanner = new FrameScanner(seen);
      scanner.feed(bytes, 0, split);
      scanner.feed(bytes, split, bytes.length);

      assertThat(seen.frames).as("split at %d", split).isEqualTo(whole);
    }
  }

  @Test
  void everyFlippedBit_breaksTheStream() {
    byte[] good = AwsFrames.event("first", "{'a':1}");
    for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
      byte[] bad = good.clone();
      bad[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThat(scan(bad, good)).as("bit %d", bit).containsExactly("broken");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "15, 0",
    "0, 0",
    "-1, 0",
    "-2147483648, 131072",
    "16, 1",
    "2147483647, -1",
    "2147483647, 0",
    "25165841, 0",
    "200000, 131073"
  })
  void absurdLengths_breakTheStream_evenWithTheRightChecksum(int total, int headers) {
    ByteBuffer prelude = ByteBuffer.allocate(12).putInt(total).putInt(headers);
    prelude.putInt(AwsFrames.checksum(prelude.array(), 8));

    assertThat(scan(prelude.array(), new byte[64])).containsExactly("broken");
  }

  @Test
  void headersOfEveryType_arePassedOver() {
    byte[] odd = {1, 'a', 0, 1, 'b', 1, 1, 'c', 2, 9, 1, 'd', 3, 9, 9, 1, 'e', 4, 9, 9, 9, 9};
    byte[] wide = {1, 'f', 5, 1, 2, 3, 4, 5, 6, 7, 8, 1, 'g', 8, 1, 2, 3, 4, 5, 6, 7, 8};
    byte[] uuid = AwsFrames.joined(new byte[] {1, 'h', 9}, new byte[16]);
    byte[] blob = {1, 'i', 6, 0, 2, 9, 9};
    byte[] named = AwsFrames.headers("", "", ":exception-type", "x", ":message-type", "exception");
    byte[] known = AwsFrames.headers(":exception-type", "x", ":message-type", "exception");

    assertThat(scan(AwsFrames.frame(AwsFrames.joined(odd, wide, uuid, blob, known), NOTHING)))
        .singleElement()
        .asString()
        .startsWith("EXCEPTION x ");
    assertThat(scan(AwsFrames.frame(named, NOTHING))).containsExactly("broken");
  }

  @Test
  void headersThatDoNotFillTheirLength_breakTheStream() {
    byte[] tooShort = {9, 'a'};
    byte[] unknownType = {1, 'a', 10};

    assertThat(scan(AwsFrames.frame(tooShort, NOTHING))).containsExactly("broken");
    assertThat(scan(AwsFrames.frame(unknownType, NOTHING))).containsExactly("broken");
  }

  @Test
  void anOverlongHeaderValue_isNotAKeyword() {
    byte[] headers =
        AwsFrames.headers(":event-type", "x".repeat(65), ":message-type", "unheard-of");

    assertThat(scan(AwsFrames.frame(headers, NOTHING)))
        .singleElement()
        .asString()
        .startsWith("EVENT  ");
  }
}
