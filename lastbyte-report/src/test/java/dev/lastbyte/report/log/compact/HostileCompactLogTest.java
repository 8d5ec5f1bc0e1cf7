// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.report.log.compact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.report.log.RandomLogs;
import dev.lastbyte.report.log.ReadProblem;
import dev.lastbyte.report.log.RunLogCodec;
import dev.lastbyte.report.log.RunLogFormatException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the place of a compact log or of a dictionary: a text, or a refusal. */
@Timeout(300)
class HostileCompactLogTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Whether it is read; anything but a refusal is thrown, and what is read is lines of JSON. */
  private static boolean isRead(CompactDictionary dictionary, byte[] compact) throws Exception {
    try {
      byte[] text = dictionary.text(compact);
      RunLogCodec.decode(text)
          .problems()
          .forEach(
              problem -> assertThat(problem.kind()).isNotEqualTo(ReadProblem.Kind.BROKEN_LINE));
      return true;
    } catch (RunLogFormatException refused) {
      assertThat(refused).hasMessageStartingWith("not a ");
      return false;
    }
  }

  private static byte[] log(long seed) {
    return CompactLog.encode(new RandomLogs(seed).next());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomBytes_areReadOrRefused(long seed) throws Exception {
    var random = new Random(seed);
    byte[] start = {1, 'r', 0, 0, 0};
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      isRead(CompactDictionary.current(), bytes);
      byte[] begun = Arrays.copyOf(start, start.length + bytes.length);
      for (int j = 0; j < bytes.length; j++) {
        begun[start.length + j] = (byte) (bytes[j] & 0x3f);
      }
      isRead(CompactDictionary.current(), begun);
    }
  }

  @Test
  void everyTruncation_isReadOrRefused() throws Exception {
    byte[] log = log(1);
    int read = 0;
    for (int length = 0; length < log.length; length++) {
      read += isRead(CompactDictionary.current(), Arrays.copyOf(log, length)) ? 1 : 0;
    }
    assertThat(read).as("only between two events").isLessThan(100);
  }

  @Test
  void everyFlippedBit_isReadOrRefused() throws Exception {
    byte[] log = log(2);
    for (int bit = 0; bit < log.length * 8; bit++) {
      byte[] flipped = log.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      isRead(CompactDictionary.current(), flipped);
    }
  }

  @Test
  void everyDamagedDictionary_isReadOrRefused_andSoIsALogWithIt() throws Exception {
    byte[] line = CompactDictionary.current().line();
    byte[] log = log(3);
    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = Arrays.copyOf(line, i % 3 == 0 ? random.nextInt(line.length) : line.length);
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(128);
      }
      try {
        isRead(CompactDictionary.read(damaged), log);
      } catch (RunLogFormatException refused) {
        assertThat(refused).hasMessageStartingWith("not a dictionary of compact logs: ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'vantages':[],'events':[]}",
        "{'vantages':['a'],'events':[7]}",
        "{'vantages':['a\\u0022'],'events':[]}",
        "{'vantages':['a'],'events':[{'type':'x'}]}",
        "{'vantages':['a'],'events':[{'type':'x','fields':[{'name':'y','holds':'prose'}]}]}",
        "{'vantages':['a'],'events':[{'type':'x','fields':[{'name':'y','holds':'word'}]}]}",
        "{'vantages':['a'],'events':[{'type':'x','fields':[{'name':'y','holds':'list','fields':[]}]}]}"
      })
  void aDictionaryThatIsNone_isRefused(String line) {
    assertThatThrownBy(() -> CompactDictionary.read(line.replace('\'', '"').getBytes(UTF_8)))
        .isInstanceOf(RunLogFormatException.class)
        .hasMessageStartingWith("not a dictionary of compact logs: ");
  }

  @Test
  void aListWithAHugeCount_endsWithTheBytes() throws Exception {
    var dictionary =
        CompactDictionary.read(
            """
            {"vantages":["a"],"events":[{"type":"x","fields":\
            [{"name":"y","holds":"list","fields":[{"name":"z","holds":"flag"}]}]}]}\
            """
                .getBytes(UTF_8));
    var bomb = new CompactBuffer();
    bomb.text("r");
    for (long number : new long[] {0, 0, 0, 0, 0, 0, -1}) {
      bomb.number(number);
    }

    assertThatThrownBy(() -> dictionary.text(bomb.toByteArray()))
        .isInstanceOf(RunLogFormatException.class)
        .hasMessageContaining("ends too soon");
  }

  @Test
  void aTextThatWouldGrowBeyondItsBound_isRefused() throws Exception {
    String word = "w".repeat(128);
    String field = "{\"name\":\"%s\",\"holds\":\"word\",\"words\":[\"%s\"]}".formatted(word, word);
    String fields = String.join(",", Collections.nCopies(200, field));
    var dictionary =
        CompactDictionary.read(
            "{\"vantages\":[\"a\"],\"events\":[{\"type\":\"x\",\"fields\":[%s]}]}"
                .formatted(fields)
                .getBytes(UTF_8));
    var bomb = new CompactBuffer();
    bomb.text("r");
    bomb.signed(0);
    bomb.text("");
    bomb.number(0);
    for (int event = 0; event < 2_000; event++) {
      for (int i = 0; i < 203; i++) {
        bomb.number(i < 3 ? 0 : 1);
      }
    }

    assertThatThrownBy(() -> dictionary.text(bomb.toByteArray()))
        .isInstanceOf(RunLogFormatException.class)
        .hasMessageContaining("more than 67108864 bytes");
  }
}
