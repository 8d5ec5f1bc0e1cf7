// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.harness.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastbyte.harness.script.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header blocks are read as RFC 7541 has them; its Appendix C says how. */
class FieldDecoderTest {
  private static final List<Field> FIRST_REQUEST =
      fields(":method GET", ":scheme http", ":path /", ":authority www.example.com");
  private static final List<Field> SECOND_REQUEST =
      fields(
          ":method GET",
          ":scheme http",
          ":path /",
          ":authority www.example.com",
          "cache-control no-cache");
  private static final List<Field> THIRD_REQUEST =
      fields(
          ":method GET",
          ":scheme https",
          ":path /index.html",
          ":authority www.example.com",
          "custom-key custom-value");
  private static final List<Field> FIRST_RESPONSE =
      fields(
          ":status 302",
          "cache-control private",
          "date Mon, 21 Oct 2013 20:13:21 GMT",
          "location https://www.example.com");
  private static final List<Field> SECOND_RESPONSE =
      fields(
          ":status 307",
          "cache-control private",
          "date Mon, 21 Oct 2013 20:13:21 GMT",
          "location https://www.example.com");
  private static final List<Field> THIRD_RESPONSE =
      fields(
          ":status 200",
          "cache-control private",
          "date Mon, 21 Oct 2013 20:13:22 GMT",
          "location https://www.example.com",
          "content-encoding gzip",
          "set-cookie foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @Test
  void literals_areAsInC2() throws Exception {
    var decoder = new FieldDecoder(4096);

    assertThat(decode(decoder, "400a637573746f6d2d6b65790d637573746f6d2d686561646572"))
        .isEqualTo(fields("custom-key custom-header"));
    assertThat(decode(decoder, "040c2f73616d706c652f70617468"))
        .isEqualTo(fields(":path /sample/path"));
    assertThat(decode(decoder, "100870617373776f726406736563726574"))
        .isEqualTo(fields("password secret"));
    assertThat(decode(decoder, "82")).isEqualTo(fields(":method GET"));
    // the first one was kept, the others were not
    assertThat(decode(decoder, "be")).isEqualTo(fields("custom-key custom-header"));
  }

  @Test
  void requestsWithoutHuffman_areAsInC3() throws Exception {
    var decoder = new FieldDecoder(4096);

    assertThat(decode(decoder, "828684410f7777772e6578616d706c652e636f6d"))
        .isEqualTo(FIRST_REQUEST);
    assertThat(decode(decoder, "828684be58086e6f2d6361636865")).isEqualTo(SECOND_REQUEST);
    assertThat(decode(decoder, "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565"))
        .isEqualTo(THIRD_REQUEST);
  }

  @Test
  void requestsWithHuffman_areAsInC4() throws Exception {
    var decoder = new FieldDecoder(4096);

    assertThat(decode(decoder, "828684418cf1e3c2e5f23a6ba0ab90f4ff")).isEqualTo(FIRST_REQUEST);
    assertThat(decode(decoder, "828684be5886a8eb10649cbf")).isEqualTo(SECOND_REQUEST);
    assertThat(decode(decoder, "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf"))
        .isEqualTo(THIRD_REQUEST);
  }

  @Test
  void responsesWithoutHuffman_andWithEvictions_areAsInC5() throws Exception {
    var decoder = new FieldDecoder(256);

    assertThat(
            decode(
                decoder,
                "4803333032580770726976617465611d4d6f6e2c203231204f63742032303133"
                    + "2032303a31333a323120474d546e1768747470733a2f2f7777772e6578616d"
                    + "706c652e636f6d"))
        .isEqualTo(FIRST_RESPONSE);
    assertThat(decode(decoder, "4803333037c1c0bf")).isEqualTo(SECOND_RESPONSE);
    assertThat(
            decode(
                decoder,
                "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d"
                    + "54c05a04677a69707738666f6f3d4153444a4b48514b425a584f5157454f50"
                    + "495541585157454f49553b206d61782d6167653d333630303b207665727369"
                    + "6f6e3d31"))
        .isEqualTo(THIRD_RESPONSE);
  }

  @Test
  void responsesWithHuffman_andWithEvictions_areAsInC6() throws Exception {
    var decoder = new FieldDecoder(256);

    assertThat(
            decode(
                decoder,
                "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a6"
                    + "2d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3"))
        .isEqualTo(FIRST_RESPONSE);
    assertThat(decode(decoder, "4883640effc1c0bf")).isEqualTo(SECOND_RESPONSE);
    assertThat(
            decode(
                decoder,
                "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab"
                    + "77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab270fb529"
                    + "1f9587316065c003ed4ee5b1063d5007"))
        .isEqualTo(THIRD_RESPONSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // index 0
        "be", // nothing was kept yet
        "40", // ends before the name
        "000a6162", // ends within the name
        "3fe21f", // a table of 4097 bytes
        "ffffffffffff7f", // an integer without end
        "0081000161", // padding that is no end-of-string
        "0085ffffffffff0161" // the end-of-string symbol itself
      })
  void brokenBlocksAreRefused(String block) {
    assertThatThrownBy(() -> decode(new FieldDecoder(4096), block))
        .isInstanceOf(Http2Exception.class);
  }

  @Test
  void tooManyFieldsAreRefused_howeverFewBytesTheyTake() {
    byte[] bomb = new byte[3000];
    Arrays.fill(bomb, (byte) 0x82);

    assertThatThrownBy(() -> new FieldDecoder(4096).decode(bomb))
        .isInstanceOfSatisfying(
            Http2Exception.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENHANCE_YOUR_CALM));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatWeWriteIsReadAgain(long seed) throws Exception {
    var random = new Random(seed);
    var fields = new ArrayList<Field>();
    for (int i = 0; i < 20; i++) {
      fields.add(
          new Field(text(random, 1 + random.nextInt(200)), text(random, random.nextInt(999))));
    }

    assertThat(new FieldDecoder(0).decode(FieldEncoder.encode(fields))).isEqualTo(fields);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseIsReadOrRefused_andNothingElse(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      try {
        assertThat(new FieldDecoder(4096).decode(noise)).doesNotContainNull();
      } catch (Http2Exception e) {
        assertThat(e.code()).isEqualTo(ErrorCode.COMPRESSION_ERROR);
      }
    }
  }

  private static String text(Random random, int length) {
    return random
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<Field> decode(FieldDecoder decoder, String hex) throws Http2Exception {
    return decoder.decode(HexFormat.of().parseHex(hex));
  }

  private static List<Field> fields(String... lines) {
    return Arrays.stream(lines).map(FieldDecoderTest::field).toList();
  }

  private static Field field(String line) {
    int space = line.indexOf(' ');
    return new Field(line.substring(0, space), line.substring(space + 1));
  }
}
