// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastbyte.core.diagnosis.Diagnosis;
import dev.lastbyte.core.diagnosis.Headline;
import dev.lastbyte.core.diagnosis.Missing;
import dev.lastbyte.core.diagnosis.rule.Diagnoser;
import dev.lastbyte.core.event.Dialect;
import dev.lastbyte.core.event.ProviderFailure;
import dev.lastbyte.core.event.ResponseEvent.ErrorBodySeen;
import dev.lastbyte.core.event.ResponseEvent.ErrorShape;
import dev.lastbyte.core.event.StreamEvent.Content;
import dev.lastbyte.core.event.StreamEvent.ContentOpaque;
import dev.lastbyte.core.event.StreamEvent.Malformation;
import dev.lastbyte.core.event.StreamEvent.Malformed;
import dev.lastbyte.core.event.StreamEvent.Opacity;
import dev.lastbyte.core.event.StreamEvent.ProviderFailed;
import dev.lastbyte.core.event.StreamEvent.TerminalProven;
import dev.lastbyte.core.facts.AttemptFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose body is encoded mean what they mean without. */
@Timeout(300)
class EncodedResponseTest {

  private static final Malformed BROKEN = new Malformed(TappedResponse.AT, Malformation.EVENT_DATA);
  private static final ContentOpaque OPAQUE =
      new ContentOpaque(TappedResponse.AT, Opacity.COMPRESSED);
  private static final byte[] STREAM = Samples.CHAT_TEXT.getBytes(UTF_8);

  static Stream<String> codings() {
    return Stream.of("gzip", "X-GZip", "deflate", "deflate, gzip", "gzip, identity, GZIP");
  }

  @ParameterizedTest
  @MethodSource("codings")
  void aStream_isFollowed_howeverItIsCut(String codings) throws Exception {
    byte[] response = response(200, codings, encoded(STREAM, codings));

    for (TappedResponse run :
        new TappedResponse[] {
          TappedResponse.responseOf(Dialect.OPENAI_CHAT).feed(response),
          TappedResponse.responseOf(Dialect.OPENAI_CHAT).feedByteByByte(response)
        }) {
      assertThat(run.events(TerminalProven.class)).hasSize(1);
      assertThat(run.count(Content.TEXT))
          .isEqualTo(
              TappedResponse.stream(Dialect.OPENAI_CHAT, Samples.CHAT_TEXT).count(Content.TEXT));
      assertThat(run.events()).doesNotContain(BROKEN, OPAQUE);
    }
  }

  @Test
  void rawDeflate_isFollowedToo_asClientsDo() throws Exception {
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(STREAM);
    }
    deflater.end();

    TappedResponse run = chat(response(200, "deflate", bytes.toByteArray()));

    assertThat(run.events(TerminalProven.class)).hasSize(1);
  }

  @Test
  void flushedData_isReadBeforeTheEnd() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes, 512, true)) {
      out.write(STREAM, 0, STREAM.length / 2);
      out.flush();

      TappedResponse run =
          TappedResponse.responseOf(Dialect.OPENAI_CHAT).feed(head(200, "gzip", 1_000_000));
      run.feed(bytes.toByteArray());

      assertThat(run.count(Content.TEXT)).isPositive();
    }
  }

  @Test
  void gzipWithAllFieldsOfItsHeader_andTwoMembers() throws Exception {
    byte[] plain = gzip(STREAM);
    var bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3});
    bytes.write(new byte[] {3, 0, 'a', 'b', 'c'});
    bytes.write("name\0comment\0".getBytes(UTF_8));
    bytes.write(new byte[] {0, 0});
    bytes.write(plain, 10, plain.length - 10);
    bytes.write(gzip(": and more\n\n".getBytes(UTF_8)));
    bytes.write(new byte[100]);

    TappedResponse run = chat(response(200, "gzip", bytes.toByteArray()));

    assertThat(run.events(TerminalProven.class)).hasSize(1);
    assertThat(run.count(Content.HEARTBEAT)).isPositive();
    assertThat(run.events()).doesNotContain(BROKEN, OPAQUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void dataThatStopsShort_whereHttpCallsItWhole_isBroken_andWhatCameCounts(String coding)
      throws Exception {
    byte[] whole = encoded(STREAM, coding);

    TappedResponse run = chat(response(200, coding, Arrays.copyOf(whole, whole.length - 9)));

    assertThat(run.events()).contains(BROKEN).doesNotContain(OPAQUE);
    assertThat(run.count(Content.TEXT)).isPositive();
  }

  @Test
  void aCutByTheConnection_isNotACodingError() throws Exception {
    byte[] response = response(200, "gzip", gzip(STREAM));

    TappedResponse run =
        TappedResponse.responseOf(Dialect.OPENAI_CHAT)
            .feed(Arrays.copyOf(response, response.length - 20))
            .closed();

    assertThat(run.events()).doesNotContain(BROKEN, OPAQUE);
  }

  @Test
  void aWrongChecksum_isBroken() throws Exception {
    byte[] bytes = gzip(STREAM);
    bytes[bytes.length - 8] ^= 1;

    assertThat(chat(response(200, "gzip", bytes)).events()).contains(BROKEN, OPAQUE);
  }

  @Test
  void anEmptyBody_isWhole() {
    assertThat(chat(response(200, "gzip", new byte[0])).events()).doesNotContain(OPAQUE);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFlippedBit_neverAddsATerminalProof(long seed) throws Exception {
    var random = new Random(seed);
    String coding = random.nextBoolean() ? "gzip" : "deflate";
    byte[] bytes = encoded(STREAM, coding);
    int start = random.nextInt(bytes.length);
    bytes[start] ^= (byte) (1 << random.nextInt(8));
    byte[] response = response(200, coding, bytes);

    TappedResponse run =
        TappedResponse.responseOf(Dialect.OPENAI_CHAT).feedInPieces(response, random).closed();

    assertThat(run.events(TerminalProven.class)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aDecompressionBomb_makesTheContentOpaque() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      byte[] spaces = new byte[1024 * 1024];
      Arrays.fill(spaces, (byte) ' ');
      for (int i = 0; i < 64; i++) {
        out.write(spaces);
      }
    }

    TappedResponse run = chat(response(200, "gzip", bytes.toByteArray()));

    assertThat(run.events()).contains(OPAQUE).doesNotContain(BROKEN);
  }

  @Test
  void aNestedDecompressionBomb_isDetected() throws Exception {
    byte[] inner = gzip(gzip(new byte[32 * 1024 * 1024]));

    assertThat(chat(response(200, "gzip, gzip", inner)).events()).contains(OPAQUE);
  }

  @Test
  void anUnknownCoding_isOpaque() {
    assertThat(chat(response(200, "gzip, rot13", STREAM)).events()).contains(OPAQUE);
    assertThat(chat(response(200, "gzip, gzip, gzip, gzip, gzip", STREAM)).events())
        .contains(OPAQUE);
  }

  /** HTTP's own end says nothing of a response whose proof is inside. */
  @Test
  void aBodyThatCouldNotBeRead_isNotCalledWell() throws Exception {
    byte[] bomb = gzip(gzip(new byte[32 * 1024 * 1024]));

    for (byte[] response :
        new byte[][] {
          response(200, "gzip", STREAM),
          response(200, "gzip, rot13", STREAM),
          response(200, "gzip, gzip", bomb)
        }) {
      TappedResponse run = TappedResponse.responseTo(Dialect.OPENAI_CHAT).feed(response);

      Diagnosis diagnosis = Diagnoser.diagnose(AttemptFacts.of(run.log(), 1));
      assertThat(diagnosis.headline()).isEqualTo(Headline.UNDETERMINED);
      assertThat(diagnosis.missing()).contains(Missing.CONTENT);
    }
  }

  @Test
  void anError_isReadAsWithoutTheCoding() throws Exception {
    byte[] error = "{\"error\":{\"code\":\"context_length_exceeded\"}}".getBytes(UTF_8);

    TappedResponse run = chat(response(400, "gzip", gzip(error)));

    assertThat(run.events(ErrorBodySeen.class).getFirst().shape())
        .isEqualTo(ErrorShape.ERROR_OBJECT);
    assertThat(run.events(ProviderFailed.class).getFirst().failure())
        .isEqualTo(ProviderFailure.CONTEXT_OVERFLOW);
  }

  @Test
  void anErrorThatCannotBeDecoded_hasAnUnknownShape() {
    TappedResponse run = chat(response(500, "gzip", "{}".getBytes(UTF_8)));

    assertThat(run.events(ErrorBodySeen.class).getFirst().shape()).isEqualTo(ErrorShape.UNKNOWN);
    assertThat(run.events()).contains(BROKEN);
  }

  private static TappedResponse chat(byte[] response) {
    return TappedResponse.responseOf(Dialect.OPENAI_CHAT).feed(response);
  }

  private static byte[] response(int status, String codings, byte[] body) {
    byte[] head = head(status, codings, body.length);
    byte[] both = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, both, head.length, body.length);
    return both;
  }

  private static byte[] head(int status, String codings, int length) {
    String media = status == 200 ? "text/event-stream" : "application/json";
    return String.join(
            "\r\n",
            "HTTP/1.1 " + status + " X",
            "Content-Type: " + media,
            "Content-Encoding: " + codings,
            "Content-Length: " + length,
            "",
            "")
        .getBytes(ISO_8859_1);
  }

  private static byte[] encoded(byte[] plain, String codings) throws IOException {
    byte[] bytes = plain;
    for (String coding : codings.split(", ", -1)) {
      bytes =
          switch (coding) {
            case "deflate" -> deflate(bytes);
            case "identity" -> bytes;
            default -> gzip(bytes);
          };
    }
    return bytes;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
