// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of WHATWG HTML §9.2.6, whole and byte by byte. */
class SseScannerTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "LF                       | data: a~~                  | =a",
        "CRLF                     | data: a^~^~data: b^~^~     | =a =b",
        "CR                       | data: a^^data: b^^         | =a =b",
        "no space after the colon | data:a~~                   | =a",
        "one space only           | data:  a~~                 | = a",
        "several lines            | data: a~data: b~~          | =a/b",
        "a name                   | event: ping~data: a~~      | ping=a",
        "the last name counts     | event: x~event: y~data: a~~| y=a",
        "names are not inherited  | event: x~data: a~~data: b~~| x=a =b",
        "id and retry are ignored | id: 1~retry: 9~data: a~~   | =a",
        "an unknown field         | datas: b~dat: c~data: a~~  | =a",
        "a comment                | : hello~~data: a~~         | + =a",
        "a comment alone          | :~                         | +",
        "a comment in an event    | data: a~: hi~data: b~~     | + =a/b",
        "an empty event           | ~~                         | + +",
        "an event without data    | event: ping~~              | +",
        "empty data               | data:~~data~~              | + +",
        "a byte order mark        | #data: a~~                 | =a",
        "a mark at a wrong place  | data: a~~#data: b~~        | =a +",
        "no blank line            | data: a~                   | ",
        "no colon                 | data~data: a~~             | =a"
      })
  void cutsEvents(String name, String stream, String expected) {
    byte[] bytes = bytesOf(stream);
    String wanted = expected == null ? "" : expected;

    assertThat(heard(bytes, bytes.length)).isEqualTo(wanted);
    assertThat(heard(bytes, 1)).isEqualTo(wanted);
    assertThat(heard(bytes, 2)).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "an event                      | data: a~~                    | =9",
        "an event with CRLF            | data: a^~^~                  | =10",
        "a comment before an event     | : hi~data: a~~               | +5 =9",
        "a comment in an event         | data: a~: hi~data: b~~       | +5 =17",
        "comments in an event          | data: a~:~: hi~~             | +2 +5 =9",
        "a comment in it, with CR      | data: a^: hi^data: b^^       | +5 =17",
        "a comment in it, with CRLF    | data: a^~: hi^~data: b^~^~   | +6 =19",
        "a comment after a name alone  | event: x~: hi~~              | +5 +10",
        "a comment after empty data    | data:~: hi~~                 | +5 +7",
        "blank line of a comment alone | : hi~~data: a~~              | +5 =10",
        "after a comment in an event   | data: a~: hi~~: hi~data: b~~ | +5 =9 +5 =9",
        "a byte order mark             | #: hi~data: a~~              | +8 =9"
      })
  void eachByte_isCountedOnce_whereItBelongs(String name, String stream, String expected) {
    byte[] bytes = bytesOf(stream);

    assertThat(sizes(bytes, bytes.length)).isEqualTo(expected);
    assertThat(sizes(bytes, 1)).isEqualTo(expected);
    assertThat(sizes(bytes, 2)).isEqualTo(expected);
  }

  private static byte[] bytesOf(String stream) {
    return stream.replace('~', '\n').replace('^', '\r').replace("#", "\uFEFF").getBytes(UTF_8);
  }

  /** {@code =size} for an event, {@code +size} for a heartbeat. */
  private static String sizes(byte[] bytes, int slice) {
    List<String> sizes = new ArrayList<>();
    SseSink sink =
        new SseSink() {
          @Override
          public void data(byte[] piece, int from, int to) {}

          @Override
          public void event(byte[] name, int nameLength, long size) {
            sizes.add("=" + size);
          }

          @Override
          public void heartbeat(long size) {
            sizes.add("+" + size);
          }
        };
    feed(new SseScanner(sink), bytes, slice);
    return String.join(" ", sizes);
  }

  private static void feed(SseScanner scanner, byte[] bytes, int slice) {
    for (int at = 0; at < bytes.length; at += slice) {
      int end = Math.min(bytes.length, at + slice);
      for (int from = at; from < end; ) {
        from = scanner.feed(bytes, from, end);
      }
    }
  }

  /** {@code name=data} for an event, {@code +} for a heartbeat. */
  private static String heard(byte[] bytes, int slice) {
    List<String> heard = new ArrayList<>();
    var data = new StringBuilder();
    var scanner =
        new SseScanner(
            new SseSink() {
              @Override
              public void data(byte[] piece, int from, int to) {
                data.append(new String(piece, from, to - from, UTF_8).replace('\n', '/'));
              }

              @Override
              public void event(byte[] name, int nameLength, long size) {
                heard.add(new String(name, 0, nameLength, UTF_8) + "=" + data);
                data.setLength(0);
              }

              @Override
              public void heartbeat(long size) {
                heard.add("+");
              }
            });
    feed(scanner, bytes, slice);
    return String.join(" ", heard);
  }
}
